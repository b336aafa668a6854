import { type RawBuilder, sql } from "kysely";
import type { Db } from "../db.ts";
import { inTransaction } from "../transaction.ts";
import { isVouched } from "../trust/vouched.ts";
import type { SealedPlace } from "./sealed-places.ts";

/** Bytes of the mark in front of a sealed value: magic, suite, key. */
const markBytes = 8;

/** How many values of a place begin with which mark; null: values that are not sealed. */
export interface MarkCount {
  readonly mark: Buffer | null;
  readonly rows: number;
}

export async function countMarks(db: Db, place: SealedPlace): Promise<readonly MarkCount[]> {
  const { rows } = await sql<MarkCount>`
    select case when ${sql.raw(place.sealed)} then substring(${sql.raw(place.value)} from 1 for ${sql.lit(markBytes)}) end as mark,
      count(*)::int as rows
    from ${sql.table(place.table)} where ${sql.raw(place.value)} is not null group by 1 order by 1`.execute(db);
  return rows;
}

/** A row of a place: its key after the region, and what it holds. */
interface Found {
  readonly key: readonly unknown[];
  readonly value: Buffer;
  readonly sealed: boolean;
}

/** What came of one batch; `after`: the last key that was read, null at the end. */
export interface Batch {
  readonly after: readonly unknown[] | null;
  readonly changed: number;
}

/**
 * Seals the next rows of a place whose mark is another again, in one transaction. A row that somebody has changed in
 * between is left: what was written meanwhile is sealed with the newest key. `again` gives null for a value to be left.
 */
export async function resealBatch(
  db: Db,
  region: string,
  place: SealedPlace,
  mark: Buffer,
  after: readonly unknown[] | null,
  again: (value: Buffer, sealed: boolean, key: readonly unknown[]) => Buffer | null,
): Promise<Batch> {
  const found = await nextRows(db, region, place, mark, after);
  const last = found.at(-1);
  if (!last) return { after: null, changed: 0 };
  const fresh = found.flatMap((row) => {
    const value = again(row.value, row.sealed, row.key);
    return value === null ? [] : [{ ...row, fresh: value }];
  });
  const changed = await inTransaction(db, async (tx) => {
    let rows = 0;
    for (const { key, value, fresh: bytes } of fresh) {
      if (place.call !== undefined) {
        const given = sql.join([sql`${region}`, ...key.map((part) => sql`${part}`), sql`${value}`, sql`${bytes}`]);
        await sql`select * from ${sql.raw(place.call)}(${given}) /* rewrites ${sql.raw(place.table)} */`.execute(tx);
        rows += 1;
        continue;
      }
      const note = isVouched(place.table) ? sql.raw(` /* writes ${place.table} */`) : sql``;
      const result = await sql`update ${sql.table(place.table)} set ${assignment(place, bytes)}
        where region_id = ${region} and ${tuple(place)} = (${sql.join(key)}) and ${sql.raw(place.value)} = ${value}${note}`.execute(
        tx,
      );
      rows += Number(result.numAffectedRows ?? 0n);
    }
    return rows;
  });
  return { after: last.key, changed };
}

async function nextRows(
  db: Db,
  region: string,
  place: SealedPlace,
  mark: Buffer,
  after: readonly unknown[] | null,
): Promise<readonly Found[]> {
  const behind = after === null ? sql`true` : sql`${tuple(place)} > (${sql.join(after)})`;
  const { rows } = await sql<Record<string, unknown> & { value: Buffer; is_sealed: boolean }>`
    select ${sql.join(place.key.map((column) => sql.ref(column)))}, ${sql.raw(place.value)} as value,
      ${sql.raw(place.sealed)} as is_sealed
    from ${sql.table(place.table)}
    where region_id = ${region} and ${behind} and ${sql.raw(place.value)} is not null
      and (not ${sql.raw(place.sealed)} or substring(${sql.raw(place.value)} from 1 for ${sql.lit(markBytes)}) <> ${mark})
    order by ${sql.join(place.key.map((column) => sql.ref(column)))} limit ${sql.lit(place.atOnce)}`.execute(db);
  return rows.map((row) => ({
    key: place.key.map((column) => row[column]),
    value: row.value,
    sealed: row.is_sealed,
  }));
}

function tuple(place: SealedPlace): RawBuilder<unknown> {
  return sql`(${sql.join(place.key.map((column) => sql.ref(column)))})`;
}

function assignment(place: SealedPlace, bytes: Buffer): RawBuilder<unknown> {
  const parts = place.set.split("$").map((part) => sql.raw(part));
  return sql.join(parts, sql`${bytes}::bytea`);
}
