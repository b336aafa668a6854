import { fill } from "../../domain/words/fill.ts";
import { usage } from "../exit.ts";
import type { CliWords } from "../words.ts";
import { type Columns, columnsOf, type Field, fields, parseMap } from "./columns.ts";
import type { BadRow } from "./entry.ts";
import { BadFile } from "./files/bad-file.ts";
import { openRows } from "./files/open-rows.ts";
import type { Row } from "./files/row.ts";

/** A file of old requests, read one by one. */
export interface History<T> {
  readonly entries: AsyncIterable<T | BadRow>;
  readonly size: number;
  readonly read: () => number;
}

/** What is wanted of each row, and which columns there must be: of each group one. */
export interface Reading<T> {
  readonly needed: readonly (readonly Field[])[];
  readonly read: (row: Row, columns: Columns) => T | BadRow;
}

export interface HistoryOptions {
  readonly map?: string | undefined;
  readonly sheet?: string | undefined;
  readonly headerRow?: string | undefined;
}

/** Opens a file and finds its columns; what is wrong with the whole of it is said before anything is taken. */
export async function openHistory<T extends object>(
  path: string,
  options: HistoryOptions,
  { needed, read }: Reading<T>,
  words: CliWords,
): Promise<History<T>> {
  const map = parseMap(options.map ?? "");
  if ("wrong" in map) throw usage(fill(words.errors.map, { part: map.wrong, fields }));
  const given = map.columns;
  const headerRow = options.headerRow === undefined ? null : Number(options.headerRow);
  const wanted = { needed, given, headerRow };
  const said = <R>(error: R): R => {
    throw error instanceof BadFile ? usage(fill(words.errors[error.fault], { file: path, ...error.facts })) : error;
  };
  const file = await openRows(path, options.sheet ?? null, wanted).catch(said);
  async function* entries(): AsyncGenerator<T | BadRow> {
    let held: { readonly row: Row; readonly entry: T | BadRow } | null = null;
    for await (const row of file.rows) {
      const entry = read(row, columnsOf(Object.keys(row.cells ?? {}), given));
      if (held) yield goesOnIn(held.row, held.entry, entry) ? cutOff(held.row, row) : held.entry;
      held = { row, entry };
    }
    if (held) yield held.entry;
  }
  return { entries: entries(), size: file.size, read: file.read };
}

/** Tells a bad row from a good one. */
export function isBad<T extends object>(entry: T | BadRow): entry is BadRow {
  return "reason" in entry;
}

/** The words of a row stop in the middle of a sentence, and the next line is no row: a line break without marks. */
function goesOnIn<T extends object>(row: Row, entry: T | BadRow, next: T | BadRow): boolean {
  if (isBad(entry) || !isBad(next) || next.reason !== "tooNarrow") return false;
  const last = Object.values(row.cells ?? {}).at(-1);
  return typeof last === "string" && last !== "" && /[\p{L},，、；;：:]$/u.test(last);
}

function cutOff({ line }: Row, next: Row): BadRow {
  return { line, reason: "cutOff", facts: { next: next.line } };
}
