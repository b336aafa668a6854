import type { Db, Tx } from "../db.ts";

/** The case with this number. */
export async function caseByNumber(db: Db | Tx, region: string, number: string) {
  const row = await db
    .selectFrom("case")
    .select(["id", "number", "stage"])
    .where("region_id", "=", region)
    .where("number", "=", number)
    .executeTakeFirst();
  return row ?? null;
}
