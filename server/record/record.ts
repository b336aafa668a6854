import type { Instant } from "../../domain/calendar/plain-date.ts";
import { workingDaysAfter } from "../../domain/calendar/term.ts";
import { dayOf } from "../../domain/calendar/plain-date.ts";
import { type Case, legOf } from "../../domain/case/case.ts";
import type { Done } from "../../domain/case/decide.ts";
import type { CaseEvent } from "../../domain/case/event.ts";
import { isSealed, sightOf } from "../../domain/case/sight.ts";
import { dutiesOf } from "../../domain/case/timeline.ts";
import type { Duty } from "../../domain/duty/duty.ts";
import { dutyRule, type Pack } from "../../domain/rules/pack.ts";
import type { House } from "../house.ts";
import { readEvents, type StoredCase } from "../store/case/load.ts";
import { readPetitioner } from "../store/case/petitioner.ts";
import { publish, takeDown } from "../store/case/publication.ts";
import { appendEvents, saveLegs, updateCase } from "../store/case/save.ts";
import { saveDuties, saveSight } from "../store/case/save-duties.ts";
import { readContent } from "../store/case/content.ts";
import type { Tx } from "../store/db.ts";
import { enqueue } from "../store/jobs.ts";
import { putMessages } from "../store/once/outbox.ts";
import type { World } from "../store/world.ts";
import { recordBreaches } from "./breaches.ts";
import { redact, searchable } from "./mask.ts";
import { messagesFor } from "./messages.ts";
import { tellOfSilence } from "./org-notices.ts";
import { openPetitioner } from "./petitioner.ts";
import { refusalText } from "./refusal-text.ts";
import { lastDraft, replyText } from "./reply-text.ts";

/** A decision on its way into the database. */
export interface Recording {
  readonly stored: StoredCase;
  readonly done: Done;
  readonly pack: Pack;
  readonly world: World;
  readonly now: Instant;
  /** The query code, at filing only. */
  readonly code: string | null;
  /** The reply that a petitioner is pointed to when a repeat is not dispatched. */
  readonly lastReply?: string;
}

/**
 * Writes everything that a decision leaves behind, in the caller's transaction: events, the case's read rows, duties,
 * who may read it, breaches, notices, messages out, publications.
 */
export async function record(tx: Tx, house: House, recording: Recording): Promise<readonly Duty[]> {
  const { stored, done, pack, world, now } = recording;
  const region = world.region.id;
  const { kase: after, events } = done;
  const before = stored.kase;
  const place = { pack, calendar: world.calendar(now), office: world.office, now };
  const duties = dutiesOf(after, place);
  await appendEvents(tx, region, after, events, stored.lastHash);
  await updateCase(tx, region, before, after, isSealed(after, pack), now);
  await saveLegs(tx, region, before, after);
  await saveDuties(tx, region, after.id, duties, (duty) => enclosingDue(duty, duties, pack));
  await saveSight(tx, region, after.id, sightOf(before, pack, world.office), sightOf(after, pack, world.office));
  await recordBreaches(tx, house, { events, kase: after, pack, world });
  await tellOfSilence(tx, house, region, { events, kase: after, duties, number: stored.number });
  if (events.some(callsForWords)) await sendWords(tx, house, recording, duties);
  return duties;
}

/** The last day of the term that a duty runs inside of, where it has none of its own. */
function enclosingDue(duty: Duty, duties: readonly Duty[], pack: Pack): string | null {
  const { inside } = dutyRule(pack, duty.rule);
  if (!inside || duty.due !== null) return null;
  return duties.findLast((d) => d.rule === inside && d.legId === duty.legId)?.due ?? null;
}

const wordy: readonly CaseEvent["type"][] = [
  "caseReceived",
  "legOpened",
  "refused",
  "repeatDeclined",
  "auditPassed",
  "published",
  "takenDown",
];

function callsForWords(event: CaseEvent): boolean {
  return wordy.includes(event.type);
}

async function sendWords(tx: Tx, house: House, recording: Recording, duties: readonly Duty[]): Promise<void> {
  const { stored, done, pack, world, now, code } = recording;
  const region = world.region.id;
  const row = await readPetitioner(tx, region, done.kase.id);
  if (!row) return;
  const petitioner = openPetitioner(house.keys, row.sealed);
  const events = await readEvents(tx, region, done.kase.id);
  const replyOf = (legId: string) => {
    const reply = lastDraft(events, legId);
    return reply ? replyText(reply, pack) : "";
  };
  const messages = messagesFor(
    {
      before: stored.kase,
      after: done.kase,
      pack,
      world,
      duties,
      number: stored.number,
      petitioner,
      code,
      replyOf,
      refusal: () => refusalText(done.kase, events, pack, world),
      lastReply: () => recording.lastReply ?? "",
      now,
    },
    house,
  );
  await putMessages(tx, region, messages);
  for (const message of messages) {
    if (message.state === "waiting") await enqueue(tx, "deliver", { region, message: message.id });
  }
  for (const event of done.events) {
    if (event.type === "takenDown") await takeDown(tx, region, done.kase.id, event.data.matterId, now);
    if (event.type === "published") {
      await publishAnswer(tx, house, recording, event.data.matterId, replyOf, [petitioner.name]);
    }
  }
}

async function publishAnswer(
  tx: Tx,
  house: House,
  { stored, done, world, now }: Recording,
  matterId: string,
  replyOf: (legId: string) => string,
  names: readonly string[],
): Promise<void> {
  const region = world.region.id;
  const matter = done.kase.matters.find((m) => m.id === matterId);
  const leg = legOf(done.kase, matter?.leadLegId ?? null);
  if (!leg) return;
  const content = await readContent(tx, region, done.kase.id);
  const title = redact(matter?.title ?? stored.title, names);
  const question = redact(content?.content ?? "", names);
  const answer = redact(replyOf(leg.id), names);
  await publish(tx, {
    region_id: region,
    case_id: done.kase.id,
    matter_id: matterId,
    id: house.newId(),
    title,
    question,
    answer,
    org_id: leg.orgId,
    days_used: daysUsed(done.kase, leg.id, world, now),
    answered_on: dayOf(now),
    published_at: now,
    search_text: searchable(`${title} ${question} ${answer}`),
  });
}

function daysUsed(kase: Case, legId: string, world: World, now: Instant): number | null {
  const leg = legOf(kase, legId);
  const submitted = kase.happenings.findLast((h) => h.moment === "reply.submitted" && h.legId === legId);
  if (!leg || !submitted) return null;
  const days = workingDaysAfter(world.calendar(now), dayOf(leg.openedAt), dayOf(submitted.at));
  return typeof days === "number" ? days : null;
}
