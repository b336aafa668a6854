import type { CaseDetail } from "./case-detail.ts";
import type { LawfulAct } from "./case-row.ts";
import { openStates } from "../../domain/duty/duty.ts";

type Duty = CaseDetail["duties"][number];

/** Acts that turn a case away or only add to it stand after those that move it on, in this order. */
const aside: readonly string[] = [
  "acceptReturn",
  "acceptBureauReturn",
  "refuseReturn",
  "refuseBureauReturn",
  "failAudit",
  "rejectDraft",
  "direct",
  "askInput",
  "giveInput",
  "askReturn",
  "askBureauReturn",
  "classify",
  "linkRepeat",
  "declineRepeat",
  "note",
  "flagFinalAudit",
  "recordConsent",
  "takeDown",
  "refuse",
];

/** Closed because there is nothing that the act could be about: not worth a line. */
const empty: readonly string[] = ["input.notAnAssistant", "publication.notPublished", "consent.notNeeded"];

/** A step of the regulation's own that has not had its occasion, or has had it: not worth a line while nobody owes it. */
const noOccasion: readonly string[] = [
  "formality.notDone",
  "formality.alreadyDone",
  "fact.forbidden",
  "term.notOverdue",
  "term.alreadyOver",
];

/** Whether an act is worth a line on this case. */
export function concerns(act: LawfulAct): boolean {
  if (act.formality && !act.owed && noOccasion.includes(act.closed?.code ?? "")) return false;
  return !empty.includes(act.closed?.code ?? "");
}

/**
 * What is owed and open: what ends first before the rest, what is paused last. Of what ends together, that which the
 * regulation names first; lists of work are in the same order.
 */
export function owedInOrder(kase: CaseDetail): readonly Duty[] {
  const key = ({ state, due, dueWithin, dueAt }: Duty) =>
    [state === "paused" ? 1 : 0, due ?? dueWithin ?? "9", dueAt ?? "9"].join(" ");
  const open = kase.duties.filter((duty) => duty.kind === "duty" && openStates.includes(duty.state));
  return open.toSorted((a, b) => key(a).localeCompare(key(b)));
}

/**
 * The reader's steps towards what is owed come first, in the order of the last days, as the head of the case names
 * them; then what moves the case on; then the regulation's own steps; then what turns it away. Adding a part to a case
 * that is dispatched already is possible, but not what comes next.
 */
function weight(act: LawfulAct, kase: CaseDetail): number {
  if (act.act === "refuse") return 200;
  const towards = owedInOrder(kase).findIndex(({ step }) => step !== null && isStep(act, step));
  if (towards >= 0) return towards - 200;
  if (act.owed) return act.formality ? -3 : -2;
  if (act.formality) return 50;
  const added = act.act === "dispatch" && kase.matters.every((matter) => matter.stage !== "unassigned");
  const at = aside.indexOf(added ? "classify" : act.act);
  return at < 0 ? -1 : 100 + at;
}

function isStep(act: LawfulAct, step: NonNullable<Duty["step"]>): boolean {
  return act.act === step.act && act.formality === step.formality && act.legId === step.legId;
}

/** The free acts as they are offered; the first is the one to press. */
export function inOrder(acts: readonly LawfulAct[], kase: CaseDetail): readonly LawfulAct[] {
  return acts.toSorted((a, b) => weight(a, kase) - weight(b, kase));
}

/** Whether an act is what the case waits for here, so that its button is the main one. */
export function isNext(act: LawfulAct, kase: CaseDetail): boolean {
  return weight(act, kase) < 0;
}
