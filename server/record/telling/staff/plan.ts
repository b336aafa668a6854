import { dayOf, type Instant } from "../../../../domain/calendar/plain-date.ts";
import { inOffice } from "../../../../domain/office/office.ts";
import type { PersonId } from "../../../../domain/office/org.ts";
import { formalityLabel } from "../../../../domain/rules/look-up.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { stepNamed } from "../../../../domain/case/steps/step-key.ts";
import { tellingsFor, type ToTell } from "../../../../domain/telling/staff.ts";
import { catalogue } from "../../../../domain/words/catalogue.ts";
import { plainDay } from "../../../../domain/words/dates.ts";
import { fillShort, oneMessage } from "../../../../domain/words/short-text.ts";
import { staffTelling } from "../../../../domain/words/telling/staff.ts";
import type { House } from "../../../house.ts";
import type { Tx } from "../../../store/db.ts";
import { enqueue } from "../../../store/jobs.ts";
import { addStaffNotices, type NewStaffNotice } from "../../../store/telling/staff-notices.ts";
import { wishesOf } from "../../../store/telling/wishes.ts";
import type { World } from "../../../store/world.ts";
import { plannedFor } from "../planned.ts";

/** Of which case, and under which regulation, people are told. */
export interface Subject {
  readonly caseId: string;
  readonly number: string;
  readonly pack: Pack;
  readonly world: World;
  readonly now: Instant;
  /** Whoever has just acted knows of it. */
  readonly actor: string | null;
}

/** Tells everybody whom something has fallen to, each by the ways that they wish, in the transaction that it happens in. */
export async function tellStaff(tx: Tx, house: House, all: readonly ToTell[], subject: Subject): Promise<void> {
  const { world, now } = subject;
  const region = world.region.id;
  const today = dayOf(now);
  const told = new Map<PersonId, ToTell[]>();
  for (const one of all) {
    const people = inOffice(world.office, one.orgId, today)
      .filter(({ post, personId }) => one.posts.includes(post) && personId !== subject.actor)
      .map(({ personId }) => personId);
    for (const person of new Set(people)) told.set(person, [...(told.get(person) ?? []), one]);
  }
  if (told.size === 0) return;
  const wishes = await wishesOf(tx, region, [...told.keys()]);
  const rows = [...told].flatMap(([person, things]) =>
    tellingsFor(things, (kind) => wishes.get(person)?.get(kind)).flatMap(({ one, ways }) =>
      ways.map(
        (way): NewStaffNotice => ({
          region_id: region,
          id: house.newId(),
          person_id: person,
          case_id: subject.caseId,
          kind: one.kind,
          way,
          about: one.about,
          duty_id: one.kind === "order" ? null : (one.duty?.id ?? null),
          body: words(one, way === "bell" ? "bell" : "text", subject),
          state: way === "bell" ? "shown" : "waiting",
          created_at: now,
        }),
      ),
    ),
  );
  for (const { id, state } of await addStaffNotices(tx, house.keys, region, rows)) {
    if (state === "waiting") {
      await enqueue(tx, "tellStaff", { region, notice: id }, `tellStaff:${id}`, plannedFor(world.region, now));
    }
  }
}

function words(
  { kind, duty, step, from }: ToTell,
  where: "bell" | "text",
  { number, pack, world, now }: Subject,
): string {
  const { act, formality } = stepNamed(step ?? "");
  const named = kind === "order" ? step : formality;
  const label = named
    ? formalityLabel(pack, named)
    : kind === "order"
      ? staffTelling.rework
      : catalogue(pack).acts[act];
  const facts: Readonly<Record<string, string>> = {
    tail: number.slice(-6),
    step: label ?? "",
    due: duty?.due ? plainDay(duty.due, dayOf(now)) : "",
    title: pack.duties.find(({ id }) => id === duty?.rule)?.title ?? "",
    org: (from && world.office.orgs.get(from)?.shortName) ?? "",
  };
  return fillShort(staffTelling[where][kind], (name) => facts[name] ?? "", where === "bell" ? null : oneMessage);
}
