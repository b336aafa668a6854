import type { House } from "../../house.ts";
import { rowFaults } from "../../store/trust/compare.ts";
import { vouchedParts } from "../../store/trust/parts.ts";
import { vouchedTables } from "../../store/trust/vouched.ts";
import { fault, type LogFault } from "./fault.ts";

/** So many rows are named; who finds more has seen enough. */
const namedAtMost = 5000;

export interface RowReport {
  readonly faults: readonly LogFault[];
  /** Rows from before vouchers existed. */
  readonly notVouched: number;
  /** Since when every row is vouched for; null while some tables are not. */
  readonly since: string | null;
}

/** Every row against its newest voucher. */
export async function verifyRows(house: House, region: string): Promise<RowReport> {
  const parts = await vouchedParts(house.db, region);
  const rows = await rowFaults(house.db, region, namedAtMost);
  const old = rows.filter((row) => row.expected === null && !parts.has(row.table));
  const faults = rows
    .filter((row) => row.expected !== null || parts.has(row.table))
    .map(({ table, key, expected, found }) => {
      const what = expected === null ? "rowAdded" : found === null ? "rowMissing" : "rowChanged";
      return fault(what, `${table}/${key}`, { expected, found });
    });
  const all = vouchedTables.every((table) => parts.has(table));
  const since = all ? ([...parts.values()].toSorted().at(-1) ?? null) : null;
  return { faults, notVouched: old.length, since };
}
