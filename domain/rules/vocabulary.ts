import type { OrgKind } from "../office/org.ts";

/**
 * The words that packs and the engine share: what a case can be, what can be done, what can happen.
 * A pack may only use words that stand here, so a pack that names an unknown act does not compile.
 */

/** Where a case stands as a whole. */
export const caseStages = [
  "unfiled",
  "received",
  "registered",
  "classified",
  "inHand",
  "answering",
  "answered",
  "refused",
  "notDispatched",
  "sentElsewhere",
  "noLongerAccepted",
  "archived",
] as const;
export type CaseStage = (typeof caseStages)[number];

/** Stages at which a case still wants something; every other one is an end. */
export const openStages: readonly CaseStage[] = ["received", "registered", "classified", "inHand", "answering"];

/** Ends other than an answer: nothing may happen to such a case any more but what takes it up again. */
export const closedStages: readonly CaseStage[] = [
  "refused",
  "notDispatched",
  "sentElsewhere",
  "noLongerAccepted",
  "archived",
];

/** Ends of every kind: answered, or closed without an answer. */
export const endedStages: readonly CaseStage[] = ["answered", ...closedStages];

/** Stages at which a unit has the case, or has answered it: an answer may still be taken up again. */
export const withUnitStages: readonly CaseStage[] = ["inHand", "answering", "answered"];

/** Where one leg stands: the case, or one matter of it, in the hands of one organisation. */
export const legStages = [
  "atBureau",
  "bureauReturnAsked",
  "passedOn",
  "dispatched",
  "viewed",
  "handling",
  "returnAsked",
  "drafted",
  "underAudit",
  "rework",
  "passed",
  "recalled",
] as const;
export type LegStage = (typeof legStages)[number];

/** Acts upon the case as a whole. */
export const caseActs = [
  "file",
  "register",
  "handOver",
  "refuse",
  "classify",
  "recordConsent",
  "linkRepeat",
  "declineRepeat",
  "dispatch",
  "flagFinalAudit",
  "recordDelivery",
  "takeDown",
  "escalate",
  "recordInstruction",
  "correct",
  "note",
  "supplement",
  "rate",
  "carryOut",
] as const;
export type CaseAct = (typeof caseActs)[number];

/** Acts upon one leg. */
export const legActs = [
  "dispatchOn",
  "askBureauReturn",
  "acceptBureauReturn",
  "refuseBureauReturn",
  "view",
  "submitToLeader",
  "direct",
  "askInput",
  "giveInput",
  "askReturn",
  "acceptReturn",
  "refuseReturn",
  "draftReply",
  "rejectDraft",
  "approveReply",
  "failAudit",
  "passAudit",
  "carryOutOnLeg",
] as const;
export type LegAct = (typeof legActs)[number];

export const acts = [...caseActs, ...legActs] as const;
export type Act = CaseAct | LegAct;

/** What happened, in the words that terms count from and end with. */
export const moments = [
  "intake.received",
  "topBureau.received",
  "case.refused",
  "case.notDispatched",
  "case.sentElsewhere",
  "case.noLongerAccepted",
  "case.archived",
  "matter.unassigned",
  "matter.dispatched",
  "countyBureau.received",
  "countyBureau.dispatched",
  "countyBureau.unassigned",
  "countyReturn.requested",
  "countyReturn.accepted",
  "countyReturn.refused",
  "unit.received",
  "unit.viewed",
  "unit.submittedToLeader",
  "leg.ended",
  "unitReturn.requested",
  "unitReturn.accepted",
  "unitReturn.refused",
  "input.asked",
  "input.given",
  "reply.drafted",
  "reply.draftRejected",
  "reply.submitted",
  "reply.returned",
  "reply.passed",
  "reply.published",
  "term.extended",
  "term.lapsed",
  /** A lapse that does not count any more; nothing runs from it. */
  "term.lapseWithdrawn",
  "notice.served",
  "feedback.delivered",
  "petitioner.rated",
] as const;
export type CommonMoment = (typeof moments)[number];

/**
 * Besides the moments that every regulation knows: `done.催办's id` when a formality of the pack was carried out, and
 * `told.notice's id` when a notice of the pack has reached the petitioner, and `over.window's id` when a window of the
 * pack has closed and nobody has used it: its last day has passed, or what the rule names under `closedBy` came before.
 * `end.duty's id` when the term of a duty is over, whether it was done in time or not.
 */
export type Moment = CommonMoment | `done.${string}` | `told.${string}` | `over.${string}` | `end.${string}`;

/**
 * The way a case came in; the answer goes back on it (FZ-2-1, FZ-9-3). `collected`: found elsewhere on the net, or
 * passed on by another mailbox, and answered where it was found.
 */
export const channels = ["web", "phone", "sms", "fax", "email", "letter", "visit", "collected"] as const;
export type Channel = (typeof channels)[number];

/** How a case is handled (FZ-4-4). */
export const tracks = ["public", "internal"] as const;
export type Track = (typeof tracks)[number];

/** Why a case is handled internally (FZ-6.1 to FZ-6.4). */
export const internalReasons = ["discipline", "efficiency", "differs", "other", "petitionerChoice"] as const;
export type InternalReason = (typeof internalReasons)[number];

/** What a report about officials is about; decides where it must go (FZ-6.1, FZ-6.2). */
export const subjects = ["ordinary", "discipline", "efficiency"] as const;
export type Subject = (typeof subjects)[number];

/** What a reply says to one claim: granted, granted in part, explained, or not granted. */
export const verdicts = ["supported", "partly", "explained", "notSupported"] as const;
export type Verdict = (typeof verdicts)[number];

/** What becomes of a term that ends without its act. */
export const breachKinds = [
  "missedViewing",
  "late",
  "lapsedUnhandled",
  "lateHandling",
  "deemedRefusal",
  "urgedAgain",
] as const;
export type BreachKind = (typeof breachKinds)[number];

/**
 * An organisation as a rule names it, seen from a case and a leg:
 * `intake` the body that took the case in, `topBureau` the bureau it was handed to, `sender` the body that opened the
 * leg, `holder` the leg's own organisation, `lead` the lead unit of the leg's matter, `auditing` the bureau that
 * audits the leg's reply, `supervising` the supervising bodies above the leg. `fact:` and a name is the organisation
 * that a formality has named, `kind:` and a kind the body of that kind beside the top body, with its own sections.
 */
export const bodies = ["intake", "topBureau", "sender", "holder", "lead", "auditing", "supervising"] as const;
export type Body = (typeof bodies)[number] | `fact:${string}` | `kind:${OrgKind}`;

/** What is decided when a petitioner is not satisfied: do it over, explain it, supervise the unit, leave it at the answer. */
export const judgements = ["redo", "explain", "supervise", "close"] as const;
export type Judgement = (typeof judgements)[number];
