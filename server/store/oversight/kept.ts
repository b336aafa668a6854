import { type RawBuilder, sql } from "kysely";

/**
 * Whether a duty counts in how a term was kept: it ended, in time or late, or lies open past its last day. The board,
 * the yearly rates and the statistics all measure by this.
 */
export function countsAsDue(today: string): RawBuilder<boolean> {
  return sql<boolean>`(state in ('met', 'metLate') or (state = 'open' and due_on < ${today})
    or (state = 'awaitingVerdict' and overdue_since is not null))`;
}
