import type { Holder } from "../../domain/rules/power.ts";

/** Whoever took the case in: a bureau's own posts, or the clerk of an organ that received it directly. */
export const receivers: readonly Holder[] = [
  { post: "dispatcher", body: "topBureau", kind: "petitionBureau" },
  { post: "clerk", body: "topBureau", kind: "handlingUnit" },
];

/** The head and the auditor of a bureau that took the case in. */
export const headOfReceiver: Holder = { post: "bureauHead", body: "topBureau", kind: "petitionBureau" };
export const auditorOfReceiver: Holder = { post: "auditor", body: "topBureau", kind: "petitionBureau" };

/** The organ that is competent and has the case. */
export const clerk: Holder = { post: "clerk", body: "holder" };
export const leader: Holder = { post: "leaderInCharge", body: "holder" };
export const principal: Holder = { post: "principalLeader", body: "holder" };

/** The bureau of the area in which the case was taken in, and one that sent it on. */
export const bureauAuditors: readonly Holder[] = [
  { post: "auditor", body: "kind:petitionBureau" },
  { post: "auditor", body: "sender", kind: "petitionBureau" },
];

/** For steps of the case as a whole: the bureau of the area, and the bureaux above it. */
export const bureauOfArea: readonly Holder[] = [
  { post: "auditor", body: "kind:petitionBureau" },
  { post: "bureauHead", body: "kind:petitionBureau" },
  { post: "auditor", body: "supervising", kind: "petitionBureau" },
];
export const headOfArea: Holder = { post: "bureauHead", body: "kind:petitionBureau" };

/** The bodies to which proposals go. */
export const sanctioners: readonly Holder[] = (["disciplineBody", "personnelBody"] as const).flatMap((kind) =>
  (["clerk", "leaderInCharge"] as const).map((post): Holder => ({ post, body: `kind:${kind}` })),
);
