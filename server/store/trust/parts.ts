import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";
import type { VouchedTable } from "./vouched.ts";

/** Since when every row of a table has a voucher, by table; rows of tables that are missing may have none. */
export async function vouchedParts(db: Db | Tx, region: string): Promise<ReadonlyMap<VouchedTable, string>> {
  const rows = await db
    .selectFrom("vouched_part")
    .select(["part", "since_at"])
    .where("region_id", "=", region)
    .execute();
  return new Map(rows.map(({ part, since_at }) => [part as VouchedTable, since_at]));
}

/** From now on every row of these tables has a voucher. */
export async function beginVouching(
  tx: Tx,
  region: string,
  parts: readonly VouchedTable[],
  at: Instant,
): Promise<void> {
  if (parts.length === 0) return;
  await tx
    .insertInto("vouched_part")
    .values(parts.map((part) => ({ region_id: region, part, since_at: at })))
    .execute();
}

/** Tables of these of which a voucher says that they were vouched for before. Reads all vouchers. */
export async function begunBefore(
  db: Db | Tx,
  region: string,
  parts: readonly VouchedTable[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ part: string }>`
    select distinct line ->> 1 as part from voucher v, jsonb_array_elements(v.rows) as line
    where v.region_id = ${region} and line ->> 0 = 'vouched_part' and line ->> 1 in (${sql.join(parts)})`.execute(db);
  return rows.map(({ part }) => part);
}
