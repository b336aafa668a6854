import { type RawBuilder, sql } from "kysely";
import { metStates, runningStates } from "../../../domain/duty/duty.ts";
import type { Db } from "../db.ts";
import { countsFor, type Told } from "../case/sight.ts";

/** The name of the duty's table in a query. */
const column = (table: string, name: string) => sql.ref(`${table}.${name}`);

/**
 * A duty that is late and not done. The one rule for 超期未办: lists, boards, statistics and papers all take it from here.
 * The last day decides, so that nothing waits for a sweep; what was submitted and still waits for its verdict, and what
 * has a term by the clock, is late where the engine has said so.
 */
export function lateNow(today: string, table = "duty"): RawBuilder<boolean> {
  const running = sql.join(runningStates.map((state) => sql.lit(state)));
  return sql<boolean>`(${column(table, "kind")} = 'duty' and (
    (${column(table, "state")} = 'open' and ${column(table, "due_on")} < ${today}::date)
    or (${column(table, "state")} in (${running}) and ${column(table, "overdue_since")} is not null)))`;
}

/**
 * Whether a duty counts in how a term was kept: it ended, in time or late, or lies open past its last day. The board,
 * the yearly rates and the statistics all measure by this.
 */
export function countsAsDue(today: string): RawBuilder<boolean> {
  const met = sql.join(metStates.map((state) => sql.lit(state)));
  return sql<boolean>`(duty.state in (${met}) or ${lateNow(today)})`;
}

/**
 * How much of what some bodies came to owe in a period they have done in time, by rule. What has no last day counts
 * from its beginning; what has one counts once it is done or late. What fell away counts nowhere.
 */
export async function doneByOrg(
  db: Db,
  told: Told,
  of: {
    readonly orgs: readonly string[];
    readonly rules: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly today: string;
  },
) {
  const met = sql.join(metStates.map((state) => sql.lit(state)));
  const { rows } = await sql<{ org: string; rule: string; met: number; of: number }>`
    select owner_org as org, rule, (count(*) filter (where state = 'met'))::int as met, count(*)::int as of
    from duty
    where region_id = ${told.reader.region} and ${countsFor(told, "duty.case_id")} and kind = 'duty' and owner_org = any(${of.orgs}::text[])
      and rule = any(${of.rules}::text[]) and started_on between ${of.from} and ${of.to}
      and state <> 'cancelled' and (due_on is null or state in (${met}) or ${lateNow(of.today)})
    group by owner_org, rule`.execute(db);
  return rows;
}
