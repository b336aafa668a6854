import type { Db } from "../db.ts";

/** Since when every row of a region has a voucher; null: rows from before may have none. */
export async function vouchedSince(db: Db, region: string): Promise<string | null> {
  const row = await db.selectFrom("region").select("vouched_since").where("id", "=", region).executeTakeFirst();
  return row?.vouched_since ?? null;
}
