import type { PlainDate } from "../calendar/plain-date.ts";
import type { OrgId, Post } from "../office/org.ts";
import type { BreachKind } from "./vocabulary.ts";

/** What an efficiency office may decide on. */
export const sanctions = ["circular", "admonition"] as const;
export type Sanction = (typeof sanctions)[number];

/** A step of the ladder of leaders: from `count` admonitions in the period on, this post answers (FZ-11.3). */
export interface LadderStep {
  readonly count: number;
  readonly post: Post;
}

/** One breach as measures see it. */
export interface BreachFact {
  readonly kind: BreachKind;
  readonly orgId: OrgId;
  readonly on: PlainDate;
}
