import { runningStates } from "../../../domain/duty/duty.ts";
import type { Db } from "../db.ts";

/** Cases with a duty whose last day is over and whose breach is not written down yet. */
export async function casesToSweep(db: Db, region: string, today: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("duty")
    .select("case_id")
    .distinct()
    .where("region_id", "=", region)
    .where("kind", "=", "duty")
    .where("state", "in", runningStates)
    .where("due_on", "<", today)
    .where("overdue_since", "is", null)
    .execute();
  return rows.map((row) => row.case_id);
}
