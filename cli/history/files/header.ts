import { type Columns, columnsOf, type Field, missingColumn, twiceNamed } from "../columns.ts";
import { BadFile } from "./bad-file.ts";
import type { Line } from "./row.ts";

/** Which fields a file must have, each in one of several columns, and what was said about its columns. */
export interface Wanted {
  readonly needed: readonly (readonly Field[])[];
  readonly given: Columns;
  /** Line of the header, where it was named. */
  readonly headerRow: number | null;
}

/** The names of the columns, and the line on which they end: the rows come after it. */
export interface Header {
  readonly line: number;
  readonly names: readonly string[];
  readonly columns: Columns;
}

/** So many lines may stand above the header: a title, a unit, a date of print. */
export const linesAbove = 20;

/** The header is the first line in which all needed columns are found, alone or with the line below it. */
export function findHeader(lines: readonly Line[], wanted: Wanted): Header | null {
  const { headerRow } = wanted;
  for (const [n, line] of lines.slice(0, linesAbove).entries()) {
    if (headerRow !== null && line.line !== headerRow) continue;
    const alone = headerOf([line]);
    const below = lines[n + 1];
    const both = below ? headerOf([line, below]) : alone;
    const fits = [alone, both].filter((header) => lacks(header, wanted) === null);
    const [first, second] = fits;
    if (!first) continue;
    return second && below && goesOn(first, below, second) ? second : first;
  }
  return null;

  function headerOf(rows: readonly Line[]): Header {
    const width = Math.max(...rows.map((row) => row.cells?.length ?? 0));
    const nameAt = (n: number) => rows.map((row) => nameOf(row.cells?.[n])).findLast((name) => name !== "") ?? "";
    const names = Array.from({ length: width }, (_, n) => nameAt(n));
    while (names.at(-1) === "") names.pop();
    return { line: rows.at(-1)?.line ?? 0, names, columns: columnsOf(names, wanted.given) };
  }
}

/** The second line of a header whose upper cells are merged: it names more, and is no row of its own. */
function goesOn(alone: Header, below: Line, both: Header): boolean {
  const number = alone.names.indexOf(alone.columns.id ?? alone.names[0] ?? "");
  const more = Object.keys(both.columns).length > Object.keys(alone.columns).length;
  return more && nameOf(below.cells?.[number]) === "";
}

/** Refuses the file, and says which column it lacks. */
export function refuseHeader(lines: readonly Line[], wanted: Wanted): never {
  const { headerRow, given } = wanted;
  const above = lines.filter((line) => headerRow === null || line.line === headerRow).slice(0, linesAbove);
  if (above.length === 0) throw headerRow === null ? new BadFile("emptyFile") : new BadFile("noSuchRow", { headerRow });
  const tables = above.map(({ cells }) => (cells ?? []).map(nameOf).filter((name) => name !== ""));
  const likeness = (names: readonly string[]) => Object.keys(columnsOf(names, given)).length * 1000 + names.length;
  const names = tables.toSorted((a, b) => likeness(b) - likeness(a))[0] ?? [];
  const columns = names.join("、");
  const column = missingColumn(names, given);
  if (column !== null) throw new BadFile("unknownColumn", { column, columns });
  throw new BadFile("columns", { field: lackedField(columnsOf(names, given), wanted) ?? "", columns });
}

/** Refuses a column that is there twice. */
export function checkHeader(header: Header): Header {
  const column = twiceNamed(header.names, header.columns);
  if (column !== null) throw new BadFile("twoColumns", { column });
  return header;
}

function lacks(header: Header, wanted: Wanted): string | null {
  return missingColumn(header.names, wanted.given) ?? lackedField(header.columns, wanted);
}

/** The first needed field for which there is no column. */
export function lackedField(columns: Columns, { needed }: Wanted): Field | null {
  return needed.find((some) => some.every((field) => columns[field] === undefined))?.[0] ?? null;
}

function nameOf(cell: unknown): string {
  return typeof cell === "string" || typeof cell === "number"
    ? String(cell)
        .replace(/^\ufeff/, "")
        .trim()
    : "";
}
