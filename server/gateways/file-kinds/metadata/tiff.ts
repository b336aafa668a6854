import { type Range, wipeRanges } from "./ranges.ts";

/** Tags that tell of the camera, the place, the program or the person, and blocks of other metadata (TIFF 6.0, Exif 2.32). */
const told = new Set([
  269, 270, 271, 272, 285, 305, 306, 315, 316, 700, 33432, 33723, 34377, 34665, 34853, 37510, 40091, 40092, 40093,
  40094, 40095,
]);
const directories = new Set([34665, 34853, 40965]);
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const mostEntries = 512;
const mostDirectories = 64;
const mostInner = 256;

/**
 * A TIFF in which tags that tell are emptied: their values, and the directories behind them, become zeros. Nothing moves, so that every place in the file stays true.
 */
export function plainTiff(given: Buffer): Buffer {
  const bytes = Buffer.from(given);
  const little = bytes.subarray(0, 2).toString("latin1") === "II";
  const file = {
    bytes,
    little,
    short: (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    long: (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  };
  const wiped: Wiped = { ranges: [], inner: new Set() };
  const seen = new Set<number>();
  for (let at = file.long(4); at !== 0 && !seen.has(at) && seen.size < mostDirectories; ) {
    seen.add(at);
    const end = entriesAt(file, at, (entry) => {
      if (told.has(file.short(entry))) wipe(file, entry, wiped);
    });
    at = end !== null && end + 4 <= bytes.length ? file.long(end) : 0;
  }
  wipeRanges(bytes, wiped.ranges);
  return bytes;
}

interface File {
  readonly bytes: Buffer;
  readonly little: boolean;
  readonly short: (at: number) => number;
  readonly long: (at: number) => number;
}

/** Calls for each entry of a directory; where the directory ends, or null where there is none. */
function entriesAt({ bytes, short }: File, at: number, each: (entry: number) => void): number | null {
  if (at + 2 > bytes.length) return null;
  const n = Math.min(short(at), mostEntries);
  if (at + 2 + 12 * n > bytes.length) return null;
  for (let i = 0; i < n; i += 1) each(at + 2 + 12 * i);
  return at + 2 + 12 * n;
}

interface Wiped {
  readonly ranges: Range[];
  /** Directories behind entries; each is looked at once, for they may point at each other and lie across each other. */
  readonly inner: Set<number>;
}

/** Zeros for what an entry holds, wherever it lies; type, count and value of the entry are those of one empty byte. */
function wipe(file: File, entry: number, wiped: Wiped, depth = 0): void {
  const { bytes, short, long } = file;
  const length = (sizes[short(entry + 2)] ?? 1) * long(entry + 4);
  const place = long(entry + 8);
  if (directories.has(short(entry)) && depth < 3) {
    if (wiped.inner.has(place) || wiped.inner.size >= mostInner) return;
    wiped.inner.add(place);
    const end = entriesAt(file, place, (inner) => wipe(file, inner, wiped, depth + 1));
    if (end !== null) wiped.ranges.push({ from: place, to: end + 4 });
  } else if (length > 4) wiped.ranges.push({ from: place, to: place + length });
  // One byte (type 1, count 1) of zero; the tag stays, for the entries must be in order.
  bytes.fill(0, entry + 2, entry + 12);
  bytes[entry + (file.little ? 2 : 3)] = 1;
  bytes[entry + (file.little ? 4 : 7)] = 1;
}
