import type { House } from "../../house.ts";
import { HistoryDiffers } from "../../record/trust/head.ts";
import type { Tx } from "../../store/db.ts";
import { rowFaults } from "../../store/trust/compare.ts";
import { beginVouching, begunBefore, vouchedParts } from "../../store/trust/parts.ts";
import { lockTree } from "../../store/trust/tree.ts";
import { type VouchedTable, vouchedTables } from "../../store/trust/vouched.ts";
import { addVoucher } from "../../store/trust/vouching.ts";

const rowsAtOnce = 5000;

/**
 * Vouches for the rows of tables that had no vouchers before, as they are now; once. What was changed before cannot be
 * known; from then on every change is found.
 */
export async function adoptRows(house: House, region: string): Promise<void> {
  const parts = await vouchedParts(house.db, region);
  const fresh = vouchedTables.filter((table) => !parts.has(table));
  if (fresh.length === 0) return;
  const [known] = await begunBefore(house.db, region, fresh);
  if (known !== undefined) throw new HistoryDiffers("partRemoved", region, { expected: known, found: "" });
  for (let more = true; more; ) {
    more = await house.db.transaction().execute((tx) => adoptSome(tx, house, region, fresh));
  }
}

/** Some thousand rows at a time; with the last of them the tables count as vouched for. */
async function adoptSome(tx: Tx, house: House, region: string, fresh: readonly VouchedTable[]): Promise<boolean> {
  await lockTree(tx, region);
  const found = await rowFaults(tx, region, rowsAtOnce, fresh);
  const rows = found.filter(({ expected }) => expected === null);
  const voucher = { sign: house.keys.signRoot, now: house.now };
  const lines = rows.map((row) => [row.table, row.key, row.found ?? ""] as const);
  await addVoucher(tx, region, lines, voucher);
  if (rows.length > 0) return true;
  const parts = await vouchedParts(tx, region);
  const left = fresh.filter((table) => !parts.has(table));
  await beginVouching(tx, region, left, house.now());
  return false;
}
