import { sql } from "kysely";
import { openStates, runningStates } from "../../../domain/duty/duty.ts";
import type { Db } from "../db.ts";

/** So many cases are asked at a time who can act on them, where that was not known when they were written. */
const askedAtMost = 500;

const states = (of: readonly string[]) => sql.join(of.map((state) => sql.lit(state)));

/**
 * Cases with a duty or window whose last day is over and where this is not written down yet (a breach is recorded, and
 * what is owed because nobody used a window begins), and some of those of which it is not known who can act: written
 * before the house knew to ask.
 */
export async function casesToSweep(
  db: Db,
  region: string,
  at: { readonly today: string; readonly now: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from duty
      where region_id = ${region} and state in (${states(runningStates)}) and overdue_since is null
        and (due_on < ${at.today} or due_at < ${at.now})
    union
    (select case_id from duty
      where region_id = ${region} and kind = 'duty' and state in (${states(openStates)}) and able is null
      limit ${askedAtMost})`.execute(db);
  return rows.map((row) => row.case_id);
}
