import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** What the lines of a file look like: those with other than ASCII, and the Chinese characters if they are GB18030. */
interface Count {
  utf8: number;
  other: number;
  usual: number;
  rare: number;
}

/**
 * The encoding of a text file: what its mark says, UTF-8 where most lines are that, else GB18030 where the characters
 * that it gives are mostly usual ones. Null when it is none of these: words read wrongly must never be stored.
 */
export async function encodingOf(path: string): Promise<Encoding | null> {
  const count: Count = { utf8: 0, other: 0, usual: 0, rare: 0 };
  let rest = Buffer.alloc(0);
  let first = true;
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    if (first) {
      const marked = wide(bytes);
      if (marked) return marked;
      first = false;
    }
    const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
    countLines(bytes.subarray(0, end), count);
    rest = Buffer.from(bytes.subarray(end));
  }
  countLines(rest, count);
  if (count.utf8 >= count.other) return "utf-8";
  return count.usual > 2 * count.rare ? "gb18030" : null;
}

/** UTF-16, by its mark or because every second byte of plain signs is zero. */
function wide(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let n = 0; n < head.length; n += 1) if (head[n] === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 2 && even === 0) return "utf-16le";
  return even > 2 && odd === 0 ? "utf-16be" : null;
}

function countLines(bytes: Buffer, count: Count): void {
  let start = 0;
  for (let n = 0; n <= bytes.length; n += 1) {
    if (n < bytes.length && bytes[n] !== 0x0a && bytes[n] !== 0x0d) continue;
    const line = bytes.subarray(start, n);
    start = n + 1;
    if (!line.some((byte) => byte >= 0x80)) continue;
    if (isUtf8(line)) count.utf8 += 1;
    else {
      count.other += 1;
      countCharacters(line, count);
    }
  }
}

/** Counts the characters of the first level of GB 2312, which usual texts are made of, and those beyond it. */
function countCharacters(line: Buffer, count: Count): void {
  for (let n = 0; n < line.length; n += 1) {
    const lead = line[n] ?? 0;
    if (lead < 0x80) continue;
    const trail = line[n + 1] ?? 0;
    n += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) count.usual += 1;
    else if (!(lead >= 0xa1 && lead <= 0xa9 && trail >= 0xa1)) count.rare += 1;
  }
}
