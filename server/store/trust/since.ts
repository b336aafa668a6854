import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db } from "../db.ts";

/** From now on every row of a region has a voucher. */
export async function beginVouching(db: Db, region: string, at: Instant): Promise<void> {
  await db
    .updateTable("region")
    .set({ vouched_since: at })
    .where("id", "=", region)
    .where("vouched_since", "is", null)
    .execute();
}

/** Since when every row of a region has a voucher; null: rows from before may have none. */
export async function vouchedSince(db: Db, region: string): Promise<string | null> {
  const row = await db.selectFrom("region").select("vouched_since").where("id", "=", region).executeTakeFirst();
  return row?.vouched_since ?? null;
}
