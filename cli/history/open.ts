import { existsSync } from "node:fs";
import { fill } from "../../domain/words/fill.ts";
import { usage } from "../exit.ts";
import type { CliWords } from "../words.ts";
import { type Columns, columnsOf, type Field, fields, parseMap } from "./columns.ts";
import type { BadRow } from "./entry.ts";
import { openRows, type Row } from "./rows.ts";

/** A file of old requests, read one by one. */
export interface History<T> {
  readonly entries: AsyncIterable<T | BadRow>;
  readonly size: number;
  readonly read: () => number;
}

/** What is wanted of each row, and without which columns there is no point in starting. */
export interface Reading<T> {
  readonly needed: readonly Field[];
  readonly read: (row: Row, columns: Columns) => T | BadRow;
}

export interface HistoryOptions {
  readonly map?: string | undefined;
  readonly sheet?: string | undefined;
}

/** Opens a file and finds its columns; says which one is missing before anything is taken. */
export function openHistory<T>(
  path: string,
  options: HistoryOptions,
  reading: Reading<T>,
  words: CliWords,
): History<T> {
  if (!existsSync(path)) throw usage(fill(words.errors.file, { file: path }));
  const map = parseMap(options.map ?? "");
  if ("wrong" in map) throw usage(fill(words.errors.map, { part: map.wrong, fields }));
  const file = openRows(path, options.sheet ?? null);
  if (!file) throw usage(fill(words.errors.kind, { file: path }));
  return { entries: entriesOf(file.rows, map.columns, reading, words), size: file.size, read: file.read };
}

async function* entriesOf<T>(
  rows: AsyncIterable<Row>,
  given: Columns,
  { needed, read }: Reading<T>,
  words: CliWords,
): AsyncGenerator<T | BadRow> {
  let first = true;
  for await (const row of rows) {
    const names = Object.keys(row.cells ?? {});
    const columns = columnsOf(names, given);
    const field = needed.find((f) => columns[f] === undefined);
    if (first && row.cells !== null && field) throw usage(fill(words.errors.columns, { field, columns: names }));
    first = false;
    yield read(row, columns);
  }
}

/** Tells a bad row from a good one. */
export function isBad<T extends object>(entry: T | BadRow): entry is BadRow {
  return "reason" in entry;
}
