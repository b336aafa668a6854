import type { FormalityField } from "../../domain/rules/formality.ts";
import type { Holder } from "../../domain/rules/power.ts";

/** Who acts under the ordinance: the bureau that took the case in, or the organ that did; the organ that handles. */
export const bureauStaff: Holder = { post: "dispatcher", body: "topBureau", kind: "petitionBureau" };
export const bureauHead: Holder = { post: "bureauHead", body: "topBureau", kind: "petitionBureau" };
export const operator: Holder = { post: "operator", body: "topBureau", kind: "petitionBureau" };
export const receivingClerk: Holder = { post: "clerk", body: "topBureau", kind: "handlingUnit" };
/** Whoever decides on what came in: the bureau, or the organ that took it in itself. */
export const deciders: readonly Holder[] = [bureauStaff, bureauHead, receivingClerk];

export const passingBureau: Holder = { post: "dispatcher", body: "holder", kind: "petitionBureau" };
export const senders: readonly Holder[] = [
  { post: "dispatcher", body: "sender", kind: "petitionBureau" },
  { post: "clerk", body: "sender", kind: "handlingUnit" },
];
export const clerk: Holder = { post: "clerk", body: "holder", kind: "handlingUnit" };
export const leader: Holder = { post: "leaderInCharge", body: "holder", kind: "handlingUnit" };
export const organHead: Holder = { post: "principalLeader", body: "holder", kind: "handlingUnit" };
export const organ: readonly Holder[] = [clerk, leader];
/** Discipline bodies, courts and the like: they answer under rules of their own. */
export const ownRules: readonly Holder[] = [
  { post: "clerk", body: "holder", kind: "disciplineBody" },
  { post: "clerk", body: "holder", kind: "judicialBody" },
];
export const ownRulesLeaders: readonly Holder[] = [
  { post: "leaderInCharge", body: "holder", kind: "disciplineBody" },
  { post: "leaderInCharge", body: "holder", kind: "judicialBody" },
];
export const reviewers: readonly Holder[] = [
  { post: "clerk", body: "fact:reviewer" },
  { post: "leaderInCharge", body: "fact:reviewer" },
  { post: "officeLeader", body: "fact:reviewer", kind: "governmentOffice" },
];
export const reReviewers: readonly Holder[] = [
  { post: "clerk", body: "fact:reReviewer" },
  { post: "leaderInCharge", body: "fact:reReviewer" },
  { post: "officeLeader", body: "fact:reReviewer", kind: "governmentOffice" },
];
/** The committee and the government of the level. */
export const government: readonly Holder[] = [
  { post: "officeLeader", body: "kind:governmentOffice" },
  { post: "governmentLeader", body: "kind:governmentOffice" },
];
/** Bureaux beside and above the organ that has the case. */
export const supervisors: readonly Holder[] = [bureauStaff, { post: "bureauHead", body: "supervising" }];
export const petitioner: Holder = { post: "petitioner", body: "anyone" };
export const system: Holder = { post: "system", body: "anyone" };

type Choices = readonly (readonly [value: string, label: string, hint?: string])[];

/** Shorthands for fields. */
export function text(name: string, label: string, more: Partial<FormalityField> = {}): FormalityField {
  return { name, label, kind: "text", required: true, ...more };
}

export function choice(name: string, label: string, of: Choices, more: Partial<FormalityField> = {}): FormalityField {
  const choices = of.map(([value, words, hint]) => ({ value, label: words, ...(hint ? { hint } : {}) }));
  return { name, label, kind: "choice", required: true, choices, ...more };
}

export function yesNo(name: string, label: string, more: Partial<FormalityField> = {}): FormalityField {
  return { name, label, kind: "yesNo", required: true, ...more };
}
