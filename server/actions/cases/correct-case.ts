import { createHash } from "node:crypto";
import type { Actor } from "../../../domain/case/case.ts";
import type { CorrectableField } from "../../../domain/fields/correction.ts";
import type { House } from "../../house.ts";
import { maskEmail, maskName, maskPhone } from "../../record/mask.ts";
import { type ActOutcome, actIn } from "../../record/perform.ts";
import { keptPetitioner, openPetitioner, type PetitionerData, sealPetitioner } from "../../record/petitioner.ts";
import { bodyNumbers } from "../../record/publication/bodies.ts";
import { withoutPersons } from "../../record/publication/list-title.ts";
import { sourceOf } from "../../store/case/imported.ts";
import { searchWords } from "../../record/finding/search-words.ts";
import { retitleSealed } from "../../record/sealing/seal-case.ts";
import { readContent, setCaseFields, setPlace, setSearchText } from "../../store/case/content.ts";
import { caseFacts } from "../../store/case/related.ts";
import { readPetitioner, writePetitioner } from "../../store/case/petitioner.ts";
import type { Tx } from "../../store/db.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { writeOnce } from "../../record/write-once.ts";
import { loadWorld } from "../../store/world.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";

type Change = readonly [from: string | null, to: string | null];
type OfPerson = "phone" | "email" | "name";

/** Corrects what was registered. The old value stays in the log; of a person's data only the masked form does. */
export async function correctCase(
  house: House,
  order: {
    readonly region: string;
    readonly caseId: string;
    readonly actor: Actor;
    readonly field: CorrectableField;
    readonly value: string | null;
    /** Why; asked where the correction moves the case before others. */
    readonly reason: string | null;
  },
  onceKey: OnceKey | null,
): Promise<ActOutcome> {
  const { region, caseId, field, value } = order;
  const work = async (tx: Tx): Promise<ActOutcome> => {
    const facts = await caseFacts(tx, house.keys, region, caseId);
    const row = await readPetitioner(tx, region, caseId);
    if (!facts || !row) return { missing: true };
    const person = openPetitioner(house.keys, row.sealed);
    const world = await loadWorld(tx, region, house);
    const changed = field === "phone" || field === "email" || field === "name" ? corrected(person, field, value) : null;
    const areaName = (id: string | null) => (id ? (world.office.orgs.get(id as never)?.shortName ?? id) : null);
    const kept = await readContent(tx, house.keys, region, caseId);
    const hidden = kept !== null && kept.title !== null;
    const change: Readonly<Record<CorrectableField, Change>> = {
      // The events of a sealed case do not hold its title either.
      title: hidden
        ? [facts.title, zh.sealedTitleNew]
        : [facts.title, value && withoutPersons(value, person, bodyNumbers(world))],
      category: [facts.category, value],
      area: [areaName(facts.area_id), areaName(value)],
      place: [facts.place, value],
      urgent: [urgency(facts.urgent), urgency(value === "urgent")],
      phone: masked(person, changed, "phone", maskPhone),
      email: masked(person, changed, "email", maskEmail),
      name: masked(person, changed, "name", maskName),
    };
    const [from, to] = change[field];
    const why = order.reason === null ? {} : { reason: order.reason };
    const command = { act: "correct", legId: null, input: { field: zh.corrections[field], from, to, ...why } } as const;
    const outcome = await actIn(tx, house, { region, caseId, command, actor: order.actor, seenVersion: null });
    if (!("done" in outcome)) return outcome;
    if (changed) await writePetitioner(tx, region, caseId, sealPetitioner(house.keys, changed));
    const shown = value && withoutPersons(value, person, bodyNumbers(world));
    if (field === "title" && value && shown) {
      const titleGiven = shown === value ? null : value;
      const retitled = await retitleSealed(tx, house, region, caseId, { title: shown, titleGiven });
      if (!retitled) await setCaseFields(tx, region, caseId, { title: shown, title_given: titleGiven });
    }
    if (field === "area") await setCaseFields(tx, region, caseId, { area_id: value });
    if (field === "category") await setCaseFields(tx, region, caseId, { category: value });
    if (field === "place") await setPlace(tx, house.keys, region, caseId, value);
    if (field === "title" || field === "place") {
      const content = kept?.content ?? "";
      const place = field === "place" ? value : facts.place;
      const title = field === "title" && value ? value : (kept?.title_given ?? facts.title);
      const sourceId = (await sourceOf(tx, region, caseId))?.sourceId ?? null;
      await setSearchText(tx, region, caseId, searchWords({ number: facts.number, title, content, place, sourceId }));
    }
    if (field === "urgent") await setCaseFields(tx, region, caseId, { urgent: value === "urgent" });
    return outcome;
  };
  const request = {
    correct: caseId,
    field,
    value: createHash("sha256")
      .update(value ?? "")
      .digest("hex"),
  };
  return writeOnce(house, { region, key: onceKey, request }, work, (outcome) => "done" in outcome);
}

function corrected(person: PetitionerData, field: OfPerson, value: string | null): PetitionerData {
  const note = field === "phone" ? null : (person.phoneNote ?? null);
  return keptPetitioner({ ...person, phoneNote: note, [field]: value ?? "" });
}

/** Whether something changed is seen in the whole values; what is written down is masked, and says so where masks agree. */
function masked(
  person: PetitionerData,
  changed: PetitionerData | null,
  field: OfPerson,
  mask: (whole: string) => string,
): Change {
  const before = keptPetitioner(person);
  const [from, to] = [before[field] && mask(before[field]), changed?.[field] ? mask(changed[field]) : null];
  const same = before[field] === changed?.[field] && (before.phoneNote ?? null) === (changed?.phoneNote ?? null);
  return from === to && !same ? [from, fill(zh.corrections.inside, { masked: to })] : [from, same ? from : to];
}

function urgency(urgent: boolean): string {
  return urgent ? zh.corrections.isUrgent : zh.corrections.isOrdinary;
}
