import { inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;
const entryMark = 0x02014b50;
const longestText = 2 * 1024 * 1024;

export interface Entry {
  readonly name: string;
  readonly at: number;
  readonly packed: number;
  /** Bytes when unpacked, as its directory says. */
  readonly size: number;
  readonly method: number;
}

/** The files in a zip, from its directory at the end; null for what is none. */
export function zipEntries(bytes: Buffer): readonly Entry[] | null {
  const end = directoryEnd(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: bytes.subarray(at + 46, at + 46 + name).toString("utf8"),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** The text of one of them; null where it cannot be read or is beyond measure. */
export function zipText(bytes: Buffer, entry: Entry): string | null {
  return zipBytes(bytes, entry, longestText)?.toString("utf8") ?? null;
}

/** The bytes of one of them unpacked; null where it cannot be read or is longer than `most`. */
export function zipBytes(bytes: Buffer, entry: Entry, most: number): Buffer | null {
  const { method } = entry;
  const body = packedBytes(bytes, entry);
  if (body === null) return null;
  if (method === 0) return body;
  if (method !== 8) return null;
  try {
    return inflateRawSync(body, { maxOutputLength: most });
  } catch {
    return null;
  }
}

/** The bytes of one of them as they lie in the zip. */
export function packedBytes(bytes: Buffer, { at, packed }: Entry): Buffer | null {
  if (at + 30 > bytes.length) return null;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return bytes.subarray(start, start + packed);
}

function directoryEnd(bytes: Buffer): number | null {
  if (bytes.length < 22 || bytes.subarray(0, 2).toString("latin1") !== "PK") return null;
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--) if (bytes.readUInt32LE(at) === endOfDirectory) return at;
  return null;
}
