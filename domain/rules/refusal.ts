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
  "ground.noSuchCase",
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
  "reply.notPreviewed",
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
  "judgement.reasonMissing",
  "judgement.notYours",
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
  "supplement.tooMany",
  "act.recused",
  "rule.needs",
  "ground.notConfirmed",
  "publication.confidential",
  "publication.notPassed",
  "publication.undecided",
  "case.notFinished",
  "fact.missing",
  "fact.forbidden",
  "term.notOverdue",
  "term.alreadyOver",
  "group.tooManyRepresentatives",
  "group.noRepresentatives",
  "finding.none",
  "group.notHere",
  "window.closed",
  "window.notOpen",
  "formality.unknown",
  "formality.fieldMissing",
  "formality.fieldWrong",
  "join.isJoined",
  "join.notJoined",
  "join.noSuchCase",
  "dispatch.sameUnit",
  "formality.notAbove",
  "formality.noneAbove",
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

/** What an act asks for besides what is in its form by type; the words name each. */
export const inputFields = ["title", "how", "on", "by", "grade", "channel"] as const;
export type InputField = (typeof inputFields)[number];

/** Something that the act needs is missing, or lies on the wrong side of today. */
export function inputMissing(field: InputField, clause: ClauseId | null = null): Refusal {
  return refuse("act.inputMissing", clause, { field });
}

/** Shorthand for a refusal. */
export function refuse(code: RefusalCode, clause: ClauseId | null, facts: Refusal["facts"] = {}): Refusal {
  return { code, clause, facts };
}
