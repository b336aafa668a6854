import type { Instant, PlainDate } from "../calendar/plain-date.ts";
import type { OrgId, PersonId, Post } from "../office/org.ts";
import type { Values } from "../rules/formality.ts";
import type { Condition } from "../rules/power.ts";
import type { Body, Moment } from "../rules/vocabulary.ts";

/** A moment in the life of a case, on the leg or matter it concerns (null: the whole case). */
export interface Happening {
  readonly moment: Moment;
  readonly at: Instant;
  readonly legId: string | null;
  readonly matterId: string | null;
  /** A last day that the happening itself sets (a request for input by a date, FZ-8.6-2). */
  readonly by?: PlainDate;
  /** Who brought it about, where a duty may depend on it. */
  readonly orgId?: OrgId;
  readonly personId?: PersonId;
  /** What a formality, or a rating, states. */
  readonly values?: Values;
  /** By how many days, in the unit of the rule's extension, a term becomes longer. */
  readonly days?: number;
}

/** What the reckoning of duties must be able to ask of a case. */
export interface Timeline {
  readonly happenings: readonly Happening[];
  /** Whether a condition held for what `happening` started: as things stood then, not as they stand now. */
  holds(condition: Condition, happening: Happening): boolean;
  /**
   * Who owes what `start` begins: of several organisations that are meant, the one in which the post is held. An
   * organisation that a formality names is the one that was named by then, not one that was named for a later term.
   */
  bodyOf(body: Body, start: Happening, post: Post | null): OrgId | null;
  /** What was last stated under this name when `happening` came. */
  stated(name: string, happening: Happening): Values[string] | null;
}
