import type { Instant, PlainDate } from "../calendar/plain-date.ts";
import type { Count, Term } from "../calendar/term.ts";
import type { OrgId, Post } from "../office/org.ts";
import type { ClauseId } from "../rules/clause.ts";

/**
 * How a duty stands. `met` in time, `metLate` after its last day, `cancelled` when it fell away, `paused` while its
 * clock stands, `reported` while open with a report given in time, `awaitingVerdict` when a submission still has to be judged (FZ-8.4-3).
 */
export const dutyStates = ["open", "paused", "awaitingVerdict", "met", "metLate", "cancelled", "reported"] as const;
export type DutyState = (typeof dutyStates)[number];

/** Not ended: somebody still has to act, or to judge what was submitted. */
export const openStates: readonly DutyState[] = ["open", "paused", "awaitingVerdict", "reported"];

/** The owner still has something to do; what waits for a verdict is in other hands. */
export const owedStates: readonly DutyState[] = ["open", "paused", "reported"];

/** Time alone can make it late: its clock runs, and no report excuses it. */
export const runningStates: readonly DutyState[] = ["open", "awaitingVerdict"];

/** Done, in time or late. */
export const metStates: readonly DutyState[] = ["met", "metLate"];

/** One duty of one case: who must do what, by when, under which clause. */
export interface Duty {
  /** Rule, leg or matter or case, and occurrence: stable over every reckoning of the same case. */
  readonly id: string;
  readonly rule: string;
  readonly kind: "duty" | "window";
  readonly clause: ClauseId;
  readonly legId: string | null;
  readonly matterId: string | null;
  readonly owner: OrgId | null;
  readonly ownerPost: Post | null;
  readonly startedAt: Instant;
  readonly startedOn: PlainDate;
  /** The term that holds for it; null where the regulation names none. */
  readonly term: Term | null;
  /** The last day; null where the regulation names no term, while paused, or when the calendar is missing. */
  readonly due: PlainDate | null;
  /** The moment on that day, where the term ends by the clock; null where it ends with the day, at 24:00. */
  readonly dueAt: Instant | null;
  /** The day by which it ought to be done already; null where the regulation sets no such goal. */
  readonly target: PlainDate | null;
  /** The last day before the term was extended; null while it was not. */
  readonly extendedFrom: PlainDate | null;
  /** The day-by-day count that led to `due`. */
  readonly count: Count | null;
  /** The year whose calendar must be loaded before the last day can be known. */
  readonly gap: number | null;
  readonly state: DutyState;
  readonly endedAt: Instant | null;
  readonly endedOn: PlainDate | null;
  /** First day on which the duty was overdue; null while it is in time. */
  readonly overdueSince: PlainDate | null;
  /** Lateness is shown with a flag: something else is pending that the rule takes note of. */
  readonly flagged: boolean;
}

/** Whether somebody still has to act. */
export function isOpen(duty: Duty): boolean {
  return openStates.includes(duty.state);
}
