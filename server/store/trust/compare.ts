import { sql } from "kysely";
import type { Db, Tx } from "../db.ts";
import type { VouchedRow } from "./voucher.ts";
import { hashOf, isVouchedBy, keyOf, removed, type VouchedTable, vouchedTables } from "./vouched.ts";
import { vouched } from "./vouched-rows.ts";

/** A row that is not what its newest voucher says. */
export interface RowFault {
  readonly table: VouchedTable;
  readonly key: string;
  /** What the voucher says; null: no voucher knows the row. */
  readonly expected: string | null;
  /** What stands there; null: nothing does. */
  readonly found: string | null;
}

/** Every row of a region that is vouched for: table, key, hash as it is now. */
function present(region: string, tables: readonly VouchedTable[]) {
  const rows = tables.map(
    (table) => sql`
      select ${sql.lit(table)} as part, ${sql.raw(keyOf(table))} as name, ${sql.raw(hashOf(table))} as hash
      from ${sql.table(table)} where ${isVouchedBy(table, sql`${region}`)}`,
  );
  return sql.join(rows, sql` union all `);
}

/**
 * Rows that differ from their newest voucher, by table and key. The database sorts and matches, so that no more than the
 * faults, `limit` of them at most, are held here.
 */
export async function rowFaults(
  db: Db | Tx,
  region: string,
  limit: number,
  tables: readonly VouchedTable[] = vouchedTables,
): Promise<readonly RowFault[]> {
  const found = await sql<RowFault>`
    with said as materialized (
      select distinct on (part, name) part, name, nullif(hash, ${removed}) as hash
      from (
        select v.n, line ->> 0 as part, line ->> 1 as name, line ->> 2 as hash
        from voucher v, jsonb_array_elements(v.rows) as line
        where v.region_id = ${region} and line ->> 0 in (${sql.join(tables)})
      ) as lines
      order by part, name, n desc
    ), there as (${present(region, tables)})
    select coalesce(s.part, t.part) as "table", coalesce(s.name, t.name) as key, s.hash as expected, t.hash as found
    from said s full join there t on t.part = s.part and t.name = s.name
    where s.hash is distinct from t.hash
    order by 1, 2 limit ${limit}`.execute(db);
  return found.rows;
}

const rowsAtOnce = 2000;

/** Every row that is vouched for, as [table, key, hash], by table and primary key: what an export carries. */
export async function* presentRows(db: Db, region: string): AsyncGenerator<readonly VouchedRow[]> {
  for (const table of vouchedTables) {
    const keys = vouched[table].key.map((column) => sql.ref(`${table}.${column}`));
    let after: readonly string[] | null = null;
    for (;;) {
      const { rows }: { rows: { place: readonly string[]; name: string; hash: string }[] } = await sql<{
        place: readonly string[];
        name: string;
        hash: string;
      }>`
        select array[${sql.join(keys.map((key) => sql`${key}::text`))}] as place,
          ${sql.raw(keyOf(table))} as name, ${sql.raw(hashOf(table))} as hash
        from ${sql.table(table)} where ${isVouchedBy(table, sql`${region}`)}
          ${after ? sql`and (${sql.join(keys)}) > (${sql.join(after)})` : sql``}
        order by ${sql.join(keys)} limit ${rowsAtOnce}`.execute(db);
      const last = rows.at(-1);
      if (!last) break;
      yield rows.map(({ name, hash }) => [table, name, hash] as const);
      after = last.place;
    }
  }
}
