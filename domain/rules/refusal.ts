import type { ClauseId } from "./clause.ts";

/** Why an act is not done. Sentences stand in the message catalogue; codes and facts travel. */
export const refusalCodes = [
  "act.notAtThisStage",
  "act.notYourPost",
  "act.noSuchLeg",
  "act.inputMissing",
  "case.changedMeanwhile",
  "ground.unknown",
  "ground.notYours",
  "ground.fieldMissing",
  "ground.unitHasJoined",
  "track.notSet",
  "track.reasonMissing",
  "track.noteMissing",
  "track.subjectIsInternal",
  "track.petitionerChoseInternal",
  "track.petitionerDidNotChoose",
  "consent.notNeeded",
  "track.unitAtWork",
  "dispatch.noTarget",
  "dispatch.notOneLead",
  "dispatch.targetNotJoined",
  "dispatch.postVacant",
  "dispatch.throughCountyBureau",
  "dispatch.outsideArea",
  "dispatch.notAUnit",
  "dispatch.wrongBodyForSubject",
  "dispatch.accusedUnit",
  "dispatch.namedUnit",
  "dispatch.matterUnknown",
  "dispatch.matterInHand",
  "term.calendarMissing",
  "return.windowClosed",
  "return.barred",
  "return.suggestionMissing",
  "return.reasonMissing",
  "repeat.tooFewTimelyReplies",
  "repeat.notLinked",
  "repeat.notAnEarlierCase",
  "reply.partMissing",
  "reply.empty",
  "reply.placeholderLeft",
  "reply.adviceReasonMissing",
  "reply.promiseDayOver",
  "reply.drafterMayNotApprove",
  "reply.reasonMissing",
  "audit.reservedForCity",
  "audit.notFlagged",
  "audit.checklistOpen",
  "audit.checklistHasNo",
  "audit.checklistHasNoNo",
  "audit.reasonMissing",
  "audit.withholdNotAdvised",
  "flag.tooLate",
  "escalation.wrongLevel",
  "escalation.notSent",
  "delivery.nothingDue",
  "delivery.otherChannel",
  "delivery.howNeeded",
  "delivery.notTold",
  "publication.notPublished",
  "publication.reasonMissing",
  "rating.alreadyGiven",
  "input.notAnAssistant",
  "input.notTheLead",
  "correction.empty",
  "note.empty",
  "act.recused",
  "ground.notConfirmed",
  "publication.confidential",
  "publication.notPassed",
  "case.notFinished",
  "fact.missing",
  "fact.forbidden",
  "term.notOverdue",
  "term.alreadyOver",
  "group.tooManyRepresentatives",
  "group.noRepresentatives",
  "group.notHere",
  "window.closed",
  "window.notOpen",
  "formality.unknown",
  "formality.fieldMissing",
  "formality.fieldWrong",
  "formality.tooFewPeople",
  "formality.tooLittle",
  "formality.tooMuch",
  "formality.dayOver",
  "formality.dayToCome",
  "formality.dayTooEarly",
  "formality.notDone",
  "formality.alreadyDone",
  "formality.samePerson",
  "formality.oneForBoth",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A value that a sentence is filled with. */
export type Fact = string | number | boolean | null | readonly string[];

/** A refusal as a value: what forbids the act, under which clause, and the facts that the sentence names. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Null only where no regulation is the reason (an empty field, a case that changed meanwhile). */
  readonly clause: ClauseId | null;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** Shorthand for a refusal. */
export function refuse(code: RefusalCode, clause: ClauseId | null, facts: Refusal["facts"] = {}): Refusal {
  return { code, clause, facts };
}
