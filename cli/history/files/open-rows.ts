import { closeSync, openSync, readSync, statSync } from "node:fs";
import { extname } from "node:path";
import { BadFile } from "./bad-file.ts";
import { checkHeader, findHeader, lackedField, linesAbove, refuseHeader, type Wanted } from "./header.ts";
import { columnsOf, missingColumn } from "../columns.ts";
import { jsonRows } from "./json-lines.ts";
import { openLines } from "./lines.ts";
import type { Line, Row } from "./row.ts";
import { countRows, sheetLines } from "./sheet.ts";
import { mustFit } from "./sheet-size.ts";
import { openTable, rowsBelow } from "./table.ts";

/** A file that is read row by row. */
export interface OpenFile {
  readonly rows: AsyncIterable<Row>;
  /** Bytes or rows in all, and read so far. */
  readonly size: number;
  readonly read: () => number;
}

const jsonKinds = [".jsonl", ".ndjson"];
const tableKinds = [".csv", ".tsv"];
/** The first objects of a file tell which keys it has: old systems leave out the empty ones. */
const keysFrom = 100;

/** Opens a file and finds its columns; whatever is wrong with the whole of it is said before anything is taken. */
export async function openRows(path: string, sheet: string | null, wanted: Wanted): Promise<OpenFile> {
  const kind = extname(path).toLowerCase();
  const { size, head } = look(path);
  if (size === 0) throw new BadFile("emptyFile", { file: path });
  const isZip = head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"));
  const isOle = head.subarray(0, 4).equals(Buffer.from("d0cf11e0", "hex"));
  if (kind === ".xlsx" || (tableKinds.includes(kind) && isZip)) {
    if (isOle) throw new BadFile("lockedSheet", { file: path });
    if (!isZip) throw new BadFile("brokenSheet", { file: path });
    await mustFit(path);
    return openSheet(path, sheet, wanted);
  }
  if (![...jsonKinds, ...tableKinds].includes(kind)) throw new BadFile("kind", { file: path });
  const { lines, stream } = await openLines(path);
  const rows = tableKinds.includes(kind) ? await openTable(lines, wanted) : await openJson(lines, wanted);
  return { rows, size, read: () => stream.bytesRead };
}

function look(path: string): { size: number; head: Buffer } {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new BadFile("file", { file: path });
  if (!found.isFile()) throw new BadFile("folder", { file: path });
  const head = Buffer.alloc(8);
  let open: number;
  try {
    open = openSync(path, "r");
  } catch {
    throw new BadFile("file", { file: path });
  }
  readSync(open, head);
  closeSync(open);
  return { size: found.size, head };
}

async function openSheet(path: string, sheet: string | null, wanted: Wanted): Promise<OpenFile> {
  const size = await countRows(path, sheet);
  const first: Line[] = [];
  for await (const line of sheetLines(path, sheet)) {
    first.push(line);
    if (first.length > linesAbove) break;
  }
  const header = findHeader(first, wanted) ?? refuseHeader(first, wanted);
  checkHeader(header);
  let read = 0;
  const counted = async function* () {
    for await (const { line, cells } of sheetLines(path, sheet)) {
      read += 1;
      // A sheet leaves out the empty cells at the end of a row.
      const missing = Math.max(0, header.names.length - (cells?.length ?? 0));
      yield { line, cells: [...(cells ?? []), ...Array.from({ length: missing }, () => null)] };
    }
  };
  return { rows: rowsBelow(counted(), header), size, read: () => read };
}

async function openJson(lines: AsyncIterable<string>, wanted: Wanted): Promise<AsyncIterable<Row>> {
  const rows = jsonRows(lines);
  const first: Row[] = [];
  while (first.length < keysFrom) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  const names = [...new Set(first.flatMap((row) => Object.keys(row.cells ?? {})))];
  const columns = names.join("、");
  const column = missingColumn(names, wanted.given);
  if (first.some((row) => row.cells !== null)) {
    if (column !== null) throw new BadFile("unknownColumn", { column, columns });
    const field = lackedField(columnsOf(names, wanted.given), wanted);
    if (field !== null) throw new BadFile("columns", { field, columns });
  }
  return again(first, rows);
}

async function* again(first: readonly Row[], rest: AsyncIterable<Row>): AsyncGenerator<Row> {
  yield* first;
  yield* rest;
}
