import type { House } from "../../house.ts";
import { rowFaults } from "../../store/trust/compare.ts";
import { beginVouching, vouchedSince } from "../../store/trust/since.ts";
import { addVoucher } from "../../store/trust/vouching.ts";

const rowsAtOnce = 5000;

/**
 * Vouches for the rows of a region from before there were vouchers, as they are now; once. What was changed before cannot
 * be known; from then on every change is found. Gives how many rows.
 */
export async function adoptRows(house: House, region: string): Promise<number> {
  if ((await vouchedSince(house.db, region)) !== null) return 0;
  const voucher = { sign: house.keys.signRoot, now: house.now };
  let adopted = 0;
  for (;;) {
    const n = await house.db.transaction().execute(async (tx) => {
      const old = (await rowFaults(tx, region, rowsAtOnce)).filter(({ expected }) => expected === null);
      await addVoucher(
        tx,
        region,
        old.map(({ table, key, found }) => [table, key, found ?? ""] as const),
        voucher,
      );
      return old.length;
    });
    adopted += n;
    if (n === 0) break;
  }
  await beginVouching(house.db, region, house.now());
  return adopted;
}
