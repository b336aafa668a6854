import type { House } from "../../house.ts";
import { rowFaults } from "../../store/trust/compare.ts";
import { vouchedSince } from "../../store/trust/since.ts";
import { fault, type LogFault } from "./fault.ts";

/** So many rows are named; who finds more has seen enough. */
const namedAtMost = 5000;

export interface RowReport {
  readonly faults: readonly LogFault[];
  /** Rows from before vouchers existed. */
  readonly notVouched: number;
  readonly since: string | null;
}

/** Every row against its newest voucher. */
export async function verifyRows(house: House, region: string): Promise<RowReport> {
  const since = await vouchedSince(house.db, region);
  const rows = await rowFaults(house.db, region, namedAtMost);
  const old = since === null ? rows.filter((row) => row.expected === null) : [];
  const faults = rows
    .filter((row) => since !== null || row.expected !== null)
    .map(({ table, key, expected, found }) => {
      const what = expected === null ? "rowAdded" : found === null ? "rowMissing" : "rowChanged";
      return fault(what, `${table}/${key}`, { expected, found });
    });
  return { faults, notVouched: old.length, since };
}
