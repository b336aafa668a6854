import type { CaseEvent } from "../../domain/case/event.ts";
import { noticeKey, noticesDue } from "../../domain/case/notices.ts";
import { noChain } from "../../domain/case/context.ts";
import { nextSteps } from "../../domain/case/steps/next-step.ts";
import { isSealed, sightOf } from "../../domain/case/sight.ts";
import { dutiesOf } from "../../domain/case/timeline.ts";
import type { Duty } from "../../domain/duty/duty.ts";
import { enclosingDue } from "../../domain/duty/enclosing.ts";
import type { House } from "../house.ts";
import { readEvents } from "../store/case/load.ts";
import { readPetitioner } from "../store/case/petitioner.ts";
import { takeDown } from "../store/case/publication.ts";
import { appendEvents, saveLegs, updateCase } from "../store/case/save.ts";
import { saveDuties, saveSight } from "../store/case/save-duties.ts";
import type { Tx } from "../store/db.ts";
import { enqueue } from "../store/jobs.ts";
import { takeBackAnswers } from "../store/once/outbox.ts";
import { recordBreaches } from "./oversight/breaches.ts";
import { messagesFor, ownNewsOf } from "./messages.ts";
import { tellOfSilence } from "./oversight/org-notices.ts";
import { openPetitioner } from "./petitioner.ts";
import { refusalText } from "./wording/refusal-text.ts";
import { lastDraft, replyText } from "./wording/reply-text.ts";
import { tellOfActs } from "./telling/staff/tell-of-acts.ts";
import { putOut } from "./telling/put-out.ts";
import { publishAnswer } from "./publication/publish.ts";
import { withRatingLinks } from "./rating-link.ts";
import { sealCase, unsealCase } from "./sealing/seal-case.ts";
import type { Recording } from "./recording.ts";

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
  const seal = isSealed(after, pack) ? house.keys : null;
  await appendEvents(tx, region, after, events, stored.lastHash, seal);
  await updateCase(tx, region, before, after, seal, now);
  if (seal) await sealCase(tx, house, region, after.id);
  else if (isSealed(before, pack)) await unsealCase(tx, house, region, after.id);
  await saveLegs(tx, region, before, after);
  const steps = new Map(duties.map((duty) => [duty.id, nextSteps(duty, after, { ...place, chain: noChain })]));
  const next = (duty: Duty) => steps.get(duty.id) ?? [];
  const within = (duty: Duty) => enclosingDue(duty, duties, pack.duties);
  const placeOf = (duty: Duty) => pack.duties.findIndex(({ id }) => id === duty.rule);
  const owedBefore = await saveDuties(tx, region, after.id, duties, { within, next, place: placeOf });
  await saveSight(tx, region, after.id, sightOf(before, pack, world.office), sightOf(after, pack, world.office));
  await recordBreaches(tx, house, { events, kase: after, pack, world });
  await tellOfSilence(tx, house, region, { events, kase: after, duties, number: stored.number });
  await tellOfActs(tx, house, recording, { duties, next, before: owedBefore });
  await takeBack(tx, recording);
  if (endsTogether(recording)) await enqueue(tx, "answerJoined", { region, caseId: after.id });
  if (callsForWords(recording)) await sendWords(tx, house, recording, duties);
  return duties;
}

/** Whether the cases that are handled with this one may learn something: an answer is out, or the case is over. */
function endsTogether({ done }: Recording): boolean {
  const ending: readonly CaseEvent["type"][] = ["auditPassed", "delivered", "refused", "repeatDeclined", "archived"];
  return done.events.some((event) => ending.includes(event.type));
}

/** Whether something is to be told to the petitioner that was not before, or the public list changes. */
function callsForWords({ stored, done, pack, world: { office } }: Recording): boolean {
  const listed = done.events.some((event) => event.type === "takenDown");
  if (listed || done.events.some((event) => ownNewsOf(event) !== null)) return true;
  const known = new Set(noticesDue(stored.kase, pack, office).map(noticeKey));
  return noticesDue(done.kase, pack, office).some((due) => !known.has(noticeKey(due)));
}

/** What lies ready to be told of an answer that is sent back is nobody's to tell any more. */
async function takeBack(tx: Tx, { stored, done, world, now }: Recording): Promise<void> {
  for (const event of done.events) {
    if (event.type !== "reworkOrdered" && event.type !== "replyReopened") continue;
    await takeBackAnswers(tx, world.region.id, { caseId: stored.kase.id, legId: event.data.legId }, now);
  }
}

async function sendWords(tx: Tx, house: House, recording: Recording, duties: readonly Duty[]): Promise<void> {
  const { stored, done, pack, world, now, code } = recording;
  const region = world.region.id;
  const row = await readPetitioner(tx, region, done.kase.id);
  if (!row) return;
  const petitioner = openPetitioner(house.keys, row.sealed);
  const events = await readEvents(tx, house.keys, region, done.kase.id);
  const replyOf = (legId: string) => {
    const reply = lastDraft(events, legId);
    return reply ? replyText(reply, pack) : "";
  };
  const told = messagesFor(
    {
      before: stored.kase,
      events: done.events,
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
  const messages = await withRatingLinks(tx, house, recording, told);
  await putOut(tx, house.keys, region, messages);
  for (const event of done.events) {
    if (event.type === "takenDown") await takeDown(tx, region, done.kase.id, event.data.matterId, now);
    if (event.type === "published") {
      await publishAnswer(tx, house, recording, event.data);
    }
  }
}
