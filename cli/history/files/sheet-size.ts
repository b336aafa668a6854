import { readFileSync, statSync } from "node:fs";
import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { packedBytes, zipEntries } from "../../../server/gateways/file-kinds/zip.ts";
import { BadFile } from "./bad-file.ts";

/** A workbook of a hundred thousand rows has about sixty; what is made to fill the memory has thousands. */
const mostMegabytes = 256;
const megabyte = 1024 * 1024;

/**
 * Refuses a workbook whose parts are beyond measure once they are unpacked. Its directory says how big they are; whether
 * that is true is found by unpacking them, without keeping anything, up to the limit.
 */
export async function mustFit(path: string): Promise<void> {
  const tooBig = new BadFile("bigSheet", { file: path, size: mostMegabytes });
  if (statSync(path).size > mostMegabytes * megabyte) throw tooBig;
  const bytes = readFileSync(path);
  const entries = zipEntries(bytes) ?? [];
  let left = mostMegabytes * megabyte;
  if (entries.reduce((sum, { size }) => sum + size, 0) > left) throw tooBig;
  for (const entry of entries) {
    const packed = entry.method === 8 ? packedBytes(bytes, entry) : null;
    if (packed === null) continue;
    for await (const chunk of Readable.from([packed]).pipe(createInflateRaw())) {
      left -= (chunk as Buffer).length;
      if (left < 0) throw tooBig;
    }
  }
}
