import { parse } from "csv-parse/sync";
import type { Line } from "./row.ts";

/** What stands between two cells, the usual one first. */
export const separators = [",", ";", "\t", "|", "，", "；"] as const;

/** A cell may run over so many lines; a quotation mark that is open for longer was never closed. */
const longestCell = 2000;
const longestRecord = 4_000_000;

/**
 * The rows of a table in text. A row with a stray quotation mark is one that cannot be read, and the reading goes on
 * with the very next line: nothing else is lost.
 */
export async function* csvLines(lines: AsyncIterator<string>, separator: string, from = 1): AsyncGenerator<Line> {
  let held: string[] = [];
  let line = from;
  const more = async () => {
    const next = await lines.next();
    if (!next.done) held.push(next.value);
    return !next.done;
  };
  while (held.length > 0 || (await more())) {
    let n = 1;
    let open = leavesOpen(held[0] ?? "");
    let characters = held[0]?.length ?? 0;
    while (open && n < longestCell && characters < longestRecord && (n < held.length || (await more()))) {
      open = open !== leavesOpen(held[n] ?? "");
      characters += held[n]?.length ?? 0;
      n += 1;
    }
    const text = held.slice(0, n).join("\n");
    const cells = open ? null : cellsOf(text, separator);
    const used = cells === null ? 1 : n;
    if ((held[0] ?? "").trim() !== "" || cells === null) yield { line, cells };
    held = held.slice(used);
    line += used;
  }
}

/** The cells of one record; null when its quotation marks do not fit. */
export function cellsOf(text: string, separator: string): readonly string[] | null {
  if (text.trim() === "") return [];
  try {
    const records: unknown = parse(text, { delimiter: separator, relax_column_count: true, trim: true });
    const [only, ...others] = records as string[][];
    return only && others.length === 0 ? only : null;
  } catch {
    return null;
  }
}

function leavesOpen(line: string): boolean {
  return (line.split('"').length - 1) % 2 === 1;
}
