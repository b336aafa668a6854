import type { Readable } from "node:stream";
import { maxFileBytes } from "../gateways/file-kind.ts";

/**
 * A file of a form: its bytes and how many there were. Of one that is too big only the beginning is kept, so that it
 * can be named with its size and does not fill the memory.
 */
export async function readPart(part: Readable): Promise<{ readonly bytes: Buffer; readonly size: number }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part as AsyncIterable<Buffer>) {
    if (size <= maxFileBytes) chunks.push(chunk);
    size += chunk.length;
  }
  return { bytes: Buffer.concat(chunks), size };
}
