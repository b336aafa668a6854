import { sql } from "kysely";
import type { Db, Tx } from "../../db.ts";
import { type RowSeal, type RowTable, rowPlaces, type WordColumn } from "./row-places.ts";

/** Those of some cases that are sealed. */
export async function sealedAmong(db: Db | Tx, region: string, cases: readonly string[]): Promise<ReadonlySet<string>> {
  if (cases.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select id::text as id from "case"
    where region_id = ${region} and id = any(${[...new Set(cases)]}::uuid[]) and state_sealed is not null`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** The seal, if one of these cases is sealed; null otherwise. */
export async function sealFor(
  db: Db | Tx,
  seal: RowSeal,
  region: string,
  cases: readonly string[],
): Promise<RowSeal | null> {
  return (await sealedAmong(db, region, cases)).size > 0 ? seal : null;
}

/** A row as it is kept: with a seal its words are one sealed value, and its columns hold what is left for queries. */
export function keptRow<R extends object>(
  seal: RowSeal | null,
  table: RowTable,
  row: R,
): R & { readonly words_sealed: Buffer | null } {
  const columns = rowPlaces[table].columns.filter(({ name }) => Object.hasOwn(row, name));
  const given = new Map<string, unknown>(Object.entries(row));
  if (!seal || columns.every(({ name }) => (given.get(name) ?? null) === null)) return { ...row, words_sealed: null };
  const words = Object.fromEntries(columns.map((column) => [column.name, read(column, given.get(column.name))]));
  const left = columns.map((column) => [column.name, leftOf(column, words[column.name])]);
  return { ...row, ...(Object.fromEntries(left) as object), words_sealed: closedWords(seal, table, words) };
}

/** A row as it was written, whether its words are sealed or not. */
export function openedRow<R extends { readonly words_sealed: Buffer | null }>(
  seal: RowSeal,
  table: RowTable,
  row: R,
): Omit<R, "words_sealed"> {
  const { words_sealed: sealed, ...rest } = row;
  if (!sealed) return rest;
  const words = Object.entries(openedWords(seal, table, sealed)).filter(([name]) => Object.hasOwn(rest, name));
  return { ...rest, ...Object.fromEntries(words) };
}

export function openedRows<R extends { readonly words_sealed: Buffer | null }>(
  seal: RowSeal,
  table: RowTable,
  rows: readonly R[],
): Omit<R, "words_sealed">[] {
  return rows.map((row) => openedRow(seal, table, row));
}

export function closedWords(seal: RowSeal, table: RowTable, words: Readonly<Record<string, unknown>>): Buffer {
  return seal.seal(`row:${table}`, JSON.stringify(words));
}

export function openedWords(seal: RowSeal, table: RowTable, sealed: Buffer): Readonly<Record<string, unknown>> {
  return JSON.parse(seal.open(`row:${table}`, sealed)) as Readonly<Record<string, unknown>>;
}

/** What stands in a column while its words are sealed, as a statement takes it. */
export function leftOf(column: WordColumn, words: unknown): unknown {
  const left = column.left(words);
  return column.json ? JSON.stringify(left) : left;
}

/** Rows that are to be written carry JSON as text, those that were read do not. */
function read({ json }: WordColumn, value: unknown): unknown {
  return json && typeof value === "string" ? JSON.parse(value) : (value ?? null);
}
