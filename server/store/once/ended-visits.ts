import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/** Ends what was opened under these marks; it would have ended by itself at `until`. */
export async function endVisits(tx: Tx, region: string, marks: readonly Buffer[], until: Instant): Promise<void> {
  if (marks.length === 0) return;
  await tx
    .insertInto("ended_visit")
    .values(marks.map((mark_hash) => ({ region_id: region, mark_hash, until })))
    .onConflict((oc) => oc.columns(["region_id", "mark_hash"]).doUpdateSet({ until }))
    .execute();
}

/** Which of these marks were ended, and until when what they stand for stays shut. */
export async function endedAmong(
  db: Db,
  region: string,
  marks: readonly Buffer[],
): Promise<readonly { readonly mark: Buffer; readonly until: Instant }[]> {
  const rows = await db
    .selectFrom("ended_visit")
    .select(["mark_hash as mark", "until"])
    .where("region_id", "=", region)
    .where("mark_hash", "in", marks)
    .execute();
  return rows.map((row) => ({ ...row, until: row.until as Instant }));
}

/** Forgets what would have ended by itself by now. */
export async function forgetEndedVisits(tx: Tx, now: Instant): Promise<void> {
  await tx.deleteFrom("ended_visit").where("until", "<", now).execute();
}
