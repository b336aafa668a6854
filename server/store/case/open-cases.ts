import { openStates } from "../../../domain/duty/duty.ts";
import type { Db } from "../db.ts";

/** Cases with an open duty that days of this year or later have a say in. */
export async function openCaseIds(db: Db, region: string, year: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("duty")
    .select("case_id")
    .distinct()
    .where("region_id", "=", region)
    .where("state", "in", openStates)
    .where((eb) => eb.or([eb("due_on", ">=", `${year}-01-01`), eb("gap", "is not", null)]))
    .execute();
  return rows.map((row) => row.case_id);
}
