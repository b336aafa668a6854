import type { Instant, PlainDate } from "../../domain/calendar/plain-date.ts";

/** A stretch of life to be lived. */
export interface Stretch {
  readonly region: string;
  readonly seed: string;
  readonly perDay: number;
  readonly from: PlainDate;
  readonly days: number;
  /** The moment at which it ends, however many days are left. */
  readonly until: Instant;
  /** Whether to leave off before that. */
  readonly stopped?: () => boolean;
}
