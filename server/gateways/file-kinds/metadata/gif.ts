import { Kept } from "./ranges.ts";

const notes = new Set(["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"]);

/** A GIF without comments, notes of programs and what hangs behind the end; its pictures and their timing stay. */
export function plainGif(bytes: Buffer): Buffer {
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const out = new Kept(bytes);
  let at = Math.min(bytes.length, 13 + table(bytes[10] ?? 0));
  out.keep(0, at);
  while (at < bytes.length) {
    const start = at;
    const mark = bytes[at];
    if (mark === 0x3b) out.keep(at, at + 1);
    if (mark !== 0x21 && mark !== 0x2c) break;
    const blocks = mark === 0x21 ? at + 2 : at + 11 + table(bytes[at + 9] ?? 0);
    at = endOfBlocks(bytes, blocks);
    if (mark === 0x2c || isKept(bytes, start)) out.keep(start, at);
  }
  return out.all();
}

function isKept(bytes: Buffer, at: number): boolean {
  const label = bytes[at + 1];
  if (label === 0xfe) return false;
  return label !== 0xff || notes.has(bytes.subarray(at + 3, at + 14).toString("latin1"));
}

/** Blocks follow each other, each behind its length, until one has none. */
function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return Math.min(bytes.length, at + 1);
}
