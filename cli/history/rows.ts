import { createReadStream, statSync } from "node:fs";
import { extname } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { streamXlsxRows } from "hucre/xlsx";

/** One row of a file: its line, and its cells by column; null cells when the line cannot be read. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>> | null;
}

/** A file that is read row by row. */
export interface OpenFile {
  readonly rows: AsyncIterable<Row>;
  /** Bytes in all, and read so far. */
  readonly size: number;
  readonly read: () => number;
}

export const fileKinds = [".jsonl", ".ndjson", ".csv", ".xlsx"] as const;

/** Opens a file by its ending; nothing of it is held in memory but the row at hand. */
export function openRows(path: string, sheet: string | null = null): OpenFile | null {
  const kind = extname(path).toLowerCase();
  const size = statSync(path).size;
  const stream = createReadStream(path);
  const file = (rows: AsyncIterable<Row>) => ({ rows, size, read: () => stream.bytesRead });
  switch (kind) {
    case ".jsonl":
    case ".ndjson":
      return file(jsonRows(stream));
    case ".csv":
      return file(csvRows(stream, path));
    case ".xlsx":
      return file(sheetRows(stream, sheet));
    default:
      stream.destroy();
      return null;
  }
}

async function* jsonRows(stream: Readable): AsyncGenerator<Row> {
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const plain = line === 1 ? text.replace(/^\ufeff/, "") : text;
    if (plain.trim() !== "") yield { line, cells: jsonCells(plain) };
  }
}

function jsonCells(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Tables saved on Chinese machines are often GB18030; whatever is no UTF-8 is read as that. */
async function* csvRows(stream: Readable, path: string): AsyncGenerator<Row> {
  const decoder = new TextDecoder((await isUtf8(path)) ? "utf-8" : "gb18030");
  const text = Readable.from(plainEnds(decoded(stream, decoder)));
  const records = text.pipe(
    parse({ bom: true, columns: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
  );
  text.on("error", (error) => records.destroy(error));
  for await (const entry of records) {
    const { record, info } = entry as { record: Record<string, unknown>; info: { lines: number } };
    yield { line: info.lines, cells: record };
  }
}

async function* decoded(stream: Readable, decoder: TextDecoder): AsyncGenerator<string> {
  for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** Line ends as one character each: within a cell the parser counts the two of a Windows file as two lines. */
async function* plainEnds(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const text of texts) {
    const whole = held + text;
    held = whole.endsWith("\r") ? "\r" : "";
    yield whole.slice(0, whole.length - held.length).replaceAll("\r\n", "\n");
  }
  yield held;
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    return true;
  } catch {
    return false;
  }
}

async function* sheetRows(stream: Readable, sheet: string | null): AsyncGenerator<Row> {
  let header: readonly string[] | null = null;
  const source = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  for await (const row of streamXlsxRows(source, sheet ? { sheet } : {})) {
    if (!header) {
      header = row.values.map((value) => String(value ?? "").trim());
      continue;
    }
    const names = header;
    if (row.values.every((value) => value === null)) continue;
    yield { line: row.index + 1, cells: Object.fromEntries(names.map((name, n) => [name, row.values[n] ?? null])) };
  }
}
