import { createReadStream, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { BadFile } from "./bad-file.ts";
import type { Line } from "./row.ts";

/** The rows of a worksheet as they stand; nothing of it is held in memory but the row at hand. */
export async function* sheetLines(path: string, sheet: string | null): AsyncGenerator<Line> {
  const source = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  try {
    for await (const { index, values } of streamXlsxRows(source, sheet ? { sheet } : {})) {
      if (values.some((value) => value !== null)) yield { line: index + 1, cells: values };
    }
  } catch (error) {
    const locked = error instanceof Error && error.constructor.name === "EncryptedFileError";
    throw new BadFile(locked ? "lockedSheet" : "brokenSheet", { file: path });
  }
}

/** How many rows there are; a sheet that is not there ends with the names of those that are. */
export async function countRows(path: string, sheet: string | null): Promise<number> {
  let rows = 0;
  for await (const row of sheetLines(path, sheet)) rows += row.cells === null ? 0 : 1;
  if (rows > 0) return rows;
  const { sheets } = await readXlsx(readFileSync(path), { maxRows: 1 });
  if (sheet !== null && !sheets.some(({ name }) => name === sheet)) {
    throw new BadFile("noSheet", { sheet, sheets: sheets.map(({ name }) => name).join("、") });
  }
  throw new BadFile("emptyFile", { file: path });
}
