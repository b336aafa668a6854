import type { Holder } from "../../domain/rules/power.ts";

/** Whoever took the case in: a bureau, or an organ with a mailbox of its own. */
export const receivers: readonly Holder[] = [
  { post: "dispatcher", body: "topBureau" },
  { post: "clerk", body: "topBureau", kind: "handlingUnit" },
];

/** Those who decide on what came in: the receivers, and the head of the bureau. */
export const deciders: readonly Holder[] = [...receivers, { post: "bureauHead", body: "topBureau" }];

/** The unit that has the case. */
export const clerk: Holder = { post: "clerk", body: "holder" };
export const leader: Holder = { post: "leaderInCharge", body: "holder" };
export const principal: Holder = { post: "principalLeader", body: "holder" };

/** 转办单位: the bureau, or the department, that sent the case to the unit. */
export const reviewers: readonly Holder[] = [
  { post: "auditor", body: "auditing" },
  { post: "leaderInCharge", body: "auditing", kind: "handlingUnit" },
];

/** Who urges: whoever sent the case, and the body that took it in. */
export const urgers: readonly Holder[] = [
  { post: "dispatcher", body: "sender" },
  { post: "clerk", body: "sender", kind: "handlingUnit" },
  { post: "dispatcher", body: "topBureau" },
];

/** Who goes to the spot for the bureau, and who agrees to it. */
export const visitors: readonly Holder[] = [
  { post: "dispatcher", body: "topBureau", kind: "petitionBureau" },
  { post: "auditor", body: "topBureau", kind: "petitionBureau" },
];
export const head: Holder = { post: "bureauHead", body: "topBureau" };

/** The city's bureau publishes, whoever took the case in. */
export const publishers: readonly Holder[] = [
  { post: "auditor", body: "supervising", level: "city" },
  { post: "bureauHead", body: "supervising", level: "city" },
];

export const petitioner: Holder = { post: "petitioner", body: "anyone" };
export const system: Holder = { post: "system", body: "anyone" };
