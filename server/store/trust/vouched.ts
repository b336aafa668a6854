import { type RawBuilder, sql } from "kysely";
import { vouched } from "./vouched-rows.ts";

/** The mark of a row that was removed. */
export const removed = "-";

export type VouchedTable = keyof typeof vouched;

export const vouchedTables = Object.keys(vouched) as readonly VouchedTable[];

export function isVouched(table: string): table is VouchedTable {
  return Object.hasOwn(vouched, table);
}

/** Stands in place of the region where a row belongs to the house: every region vouches for it. */
export const everyRegion = "*";

/** Tables in which a row without a region holds for all of them. */
const ofTheHouse: ReadonlySet<VouchedTable> = new Set(["calendar_version"]);

/** SQL of the region that a row belongs to. */
export function regionOf(table: VouchedTable): string {
  if (ofTheHouse.has(table)) return `coalesce("${table}"."region_id", '${everyRegion}')`;
  return `"${table}"."${table === "region" ? "id" : "region_id"}"`;
}

/** SQL: whether a region vouches for a row; `region` is SQL as well. */
export function isVouchedBy(table: VouchedTable, region: RawBuilder<unknown>): RawBuilder<boolean> {
  const own = sql.raw(regionOf(table));
  return ofTheHouse.has(table) ? sql`${own} in (${region}, ${everyRegion})` : sql`${own} = ${region}`;
}

/** SQL of the name of a row within its table and region. */
export function keyOf(table: VouchedTable): string {
  return `concat_ws('/', ${vouched[table].key.map((column) => `"${table}"."${column}"`).join(", ")})`;
}

/** SQL of what the hash is made of: the columns as JSON with sorted keys, without nulls, times in UTC. */
export function textOf(table: VouchedTable): string {
  const fields = vouched[table].columns.map((column) => `'${column}', ${valueOf(table, column)}`);
  return `jsonb_strip_nulls(jsonb_build_object(${fields.join(", ")}))::text`;
}

/** SQL of the SHA-256 of a row, in hexadecimal. */
export function hashOf(table: VouchedTable): string {
  return `encode(sha256(convert_to(${textOf(table)}, 'UTF8')), 'hex')`;
}

function valueOf(table: VouchedTable, column: string): string {
  const plain = `"${table}"."${column}"`;
  const instant = column === "at" || column.endsWith("_at");
  return instant ? `(${plain} at time zone 'UTC')` : plain;
}
