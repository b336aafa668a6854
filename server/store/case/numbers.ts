import { sql } from "kysely";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/**
 * The next number of a series, taken in the caller's transaction: without gaps, and so one writer at a time. For
 * documents that are numbered by the year.
 */
export async function nextNumber(tx: Db | Tx, region: string, series: string, day: string): Promise<number> {
  const row = await tx
    .insertInto("running_number")
    .values({ region_id: region, series, day, last: 1 })
    .onConflict((oc) =>
      oc.columns(["region_id", "series", "day"]).doUpdateSet({ last: sql<number>`running_number.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return row.last;
}

/**
 * Gives out case numbers on a connection of its own, so that filings do not wait for each other's commit; a filing that
 * comes to nothing leaves a gap. The number need not be flushed by itself: the filing's own commit flushes it too.
 */
export function caseNumbers(db: Db): (region: string, day: PlainDate) => Promise<number> {
  return (region, day) => nextNumber(db, region, "case", day);
}
