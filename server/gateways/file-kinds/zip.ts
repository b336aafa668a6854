import { inflateRawSync } from "node:zlib";

const endOfDirectory = 0x06054b50;
const entryMark = 0x02014b50;
const longestText = 2 * 1024 * 1024;
/** Deflate makes of one byte 1032 at most. */
const mostOfOne = 1032;

/**
 * How much may still be unpacked to look at one file, all its parts and the documents in it together. Parts may lie in
 * the same place of a zip, so what each of them holds says nothing of what all do.
 */
export interface Room {
  left: number;
}

/** Room for a file that has just come in. */
export function newRoom(): Room {
  return { left: 64 * 1024 * 1024 };
}

/** What a piece that could not be unpacked may have cost. */
export function chargeFailed(room: Room, packed: Buffer): void {
  room.left -= Math.min(room.left, packed.length * mostOfOne);
}

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
export function zipText(bytes: Buffer, entry: Entry, room: Room): string | null {
  return zipBytes(bytes, entry, longestText, room)?.toString("utf8") ?? null;
}

/** The bytes of one of them unpacked; null where it cannot be read, is longer than `most`, or no room is left. */
export function zipBytes(bytes: Buffer, entry: Entry, most: number, room: Room): Buffer | null {
  const { method } = entry;
  const body = packedBytes(bytes, entry);
  const limit = Math.min(most, room.left);
  if (body === null || limit <= 0) return null;
  if (method === 0) {
    room.left -= body.length;
    return body.length <= limit ? body : null;
  }
  if (method !== 8) return null;
  try {
    const plain = inflateRawSync(body, { maxOutputLength: limit });
    room.left -= plain.length;
    return plain;
  } catch {
    chargeFailed(room, body);
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
