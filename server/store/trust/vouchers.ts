import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db } from "../db.ts";
import type { Entry, VouchedRow } from "./voucher.ts";

/** A voucher as it stands in the database. */
export interface StoredVoucher {
  readonly entry: Entry;
  readonly hash: Buffer;
  readonly signature: Buffer;
  readonly leaf: number | null;
}

const atOnce = 500;

/** The vouchers that are in the tree, in its order. */
export async function* vouchersByLeaf(db: Db, region: string): AsyncGenerator<readonly StoredVoucher[]> {
  let after = -1;
  for (;;) {
    const rows = await select(db, region).where("leaf", ">", after).orderBy("leaf").limit(atOnce).execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => stored(region, row));
    after = Number(last.leaf);
  }
}

/** The vouchers that no head covers yet. */
export async function* vouchersWithoutLeaf(db: Db, region: string): AsyncGenerator<readonly StoredVoucher[]> {
  let after = -1;
  for (;;) {
    const rows = await select(db, region)
      .where("leaf", "is", null)
      .where("n", ">", after)
      .orderBy("n")
      .limit(atOnce)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => stored(region, row));
    after = Number(last.n);
  }
}

function select(db: Db, region: string) {
  return db
    .selectFrom("voucher")
    .select(["n", "at", "rows", "hash", "signature", "leaf"])
    .where("region_id", "=", region);
}

function stored(
  region: string,
  row: {
    readonly n: number;
    readonly at: string;
    readonly rows: unknown;
    readonly hash: Buffer;
    readonly signature: Buffer;
    readonly leaf: number | null;
  },
): StoredVoucher {
  const { hash, signature, leaf } = row;
  const entry = { region, n: row.n, at: row.at as Instant, rows: row.rows as readonly VouchedRow[] };
  return { entry, hash, signature, leaf };
}
