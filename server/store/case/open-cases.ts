import type { Db } from "../db.ts";

/** Cases on which some duty is still open. */
export async function openCaseIds(db: Db, region: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("duty")
    .select("case_id")
    .distinct()
    .where("region_id", "=", region)
    .where("state", "in", ["open", "paused", "awaitingVerdict"])
    .execute();
  return rows.map((row) => row.case_id);
}
