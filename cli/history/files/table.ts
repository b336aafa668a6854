import { linesAbove, checkHeader, findHeader, type Header, refuseHeader, type Wanted } from "./header.ts";
import { csvLines, separators } from "./csv.ts";
import type { Line, Row } from "./row.ts";

/** A table in text: its separator is the one by which its header is found; `sep=;` on the first line says it. */
export async function openTable(lines: AsyncGenerator<string>, wanted: Wanted): Promise<AsyncGenerator<Row>> {
  const head: string[] = [];
  for (let n = 0; n < linesAbove * 2; n += 1) {
    const next = await lines.next();
    if (next.done) break;
    head.push(next.value);
  }
  const said = /^\ufeff?"?sep=(.)"?$/i.exec(head[0]?.trim() ?? "")?.[1] ?? (head[0]?.trim() === "sep=" ? "\t" : null);
  const from = said === null ? 0 : 1;
  const tried: (readonly [separator: string, read: readonly Line[]])[] = [];
  for (const one of said === null ? separators : [said]) tried.push([one, await all(head.slice(from), one, from + 1)]);
  const found = tried
    .flatMap(([separator, read]) => {
      const header = findHeader(read, wanted);
      return header ? [{ separator, header }] : [];
    })
    .toSorted((a, b) => Object.keys(b.header.columns).length - Object.keys(a.header.columns).length)[0];
  const widest = tried.map(([, read]) => read).toSorted((a, b) => width(b) - width(a))[0] ?? [];
  if (!found) return refuseHeader(widest, wanted);
  checkHeader(found.header);
  return rowsBelow(csvLines(again(head.slice(from), lines), found.separator, from + 1), found.header);
}

/** The rows below a header, each cell by the name of its column; rows with nothing in them are passed over. */
export async function* rowsBelow(lines: AsyncIterable<Line>, { line: last, names }: Header): AsyncGenerator<Row> {
  for await (const { line, cells } of lines) {
    if (line <= last) continue;
    if (cells === null) {
      yield { line, cells };
      continue;
    }
    if (cells.every(isEmpty)) continue;
    const over = cells.slice(names.length).filter((cell) => !isEmpty(cell)).length;
    const named = names.map((name, n) => [name, cells[n] ?? null] as const).filter(([name]) => name !== "");
    yield { line, cells: Object.fromEntries(named), over, under: Math.max(0, names.length - cells.length) };
  }
}

async function all(head: readonly string[], separator: string, from: number): Promise<readonly Line[]> {
  const read: Line[] = [];
  for await (const line of csvLines(again(head, null), separator, from)) read.push(line);
  return read;
}

async function* again(head: readonly string[], rest: AsyncGenerator<string> | null): AsyncGenerator<string> {
  yield* head;
  if (rest) yield* rest;
}

function width(read: readonly Line[]): number {
  return Math.max(0, ...read.map(({ cells }) => cells?.filter((cell) => !isEmpty(cell)).length ?? 0));
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}
