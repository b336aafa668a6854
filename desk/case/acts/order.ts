import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { LawfulAct } from "../../../contract/case/case-row.ts";

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
 * What is owed comes first, in the order of its last days; then what moves the case on; then the regulation's own steps;
 * then what turns it away. Adding a part to a case that is dispatched already is possible, but not what comes next.
 */
function weight(act: LawfulAct, kase: CaseDetail): number {
  if (act.act === "refuse") return 200;
  if (act.owed) return act.formality ? -3 : -2;
  if (act.formality) return 50;
  const added = act.act === "dispatch" && kase.matters.every((matter) => matter.stage !== "unassigned");
  const at = aside.indexOf(added ? "classify" : act.act);
  return at < 0 ? -1 : 100 + at;
}

/** The free acts as they are offered; the first is the one to press. */
export function inOrder(acts: readonly LawfulAct[], kase: CaseDetail): readonly LawfulAct[] {
  return acts.toSorted((a, b) => weight(a, kase) - weight(b, kase));
}

/** Whether an act is what the case waits for here, so that its button is the main one. */
export function isNext(act: LawfulAct, kase: CaseDetail): boolean {
  return weight(act, kase) < 0;
}
