import { type Range, wipeRanges } from "./ranges.ts";

/** A box of ISO 14496-12: its type, and where its content begins and ends. */
interface Box {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** Items of a HEIC or AVIF that tell of the picture and are no part of it. */
const told = new Set(["Exif", "mime", "uri "]);
const beside = new Set(["uuid", "free", "skip", "mpvd"]);

/**
 * A HEIC or AVIF in which the notes of the camera, XMP and whatever lies beside the picture are overwritten with zeros:
 * nothing moves, so that every place in the file stays true. Which way up it is held is a property of the picture.
 */
export function plainHeic(given: Buffer): Buffer {
  const bytes = Buffer.from(given);
  const boxes = boxesIn(bytes, 0, bytes.length);
  for (const box of boxes) if (beside.has(box.type)) bytes.fill(0, box.from, box.to);
  const meta = boxes.find(({ type }) => type === "meta");
  if (!meta) return bytes;
  const parts = boxesIn(bytes, meta.from + 4, meta.to);
  const part = (type: string) => parts.find((one) => one.type === type);
  const [info, places, data] = [part("iinf"), part("iloc"), part("idat")];
  if (!info || !places) return bytes;
  const items = toldItems(bytes, info);
  const ranges = extentsIn(bytes, places)
    .filter(({ item }) => items.has(item))
    .map(({ inData, from, length }): Range => {
      const start = from + (inData ? (data?.from ?? bytes.length) : 0);
      return { from: start, to: start + length };
    });
  wipeRanges(bytes, ranges);
  return bytes;
}

function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = bytes.readUInt32BE(at);
    const long = short === 1 && at + 16 <= to;
    const size = long ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (size < 8 || at + size > to) break;
    const type = bytes.subarray(at + 4, at + 8).toString("latin1");
    boxes.push({ type, from: at + (long ? 16 : 8), to: at + size });
    at += size;
  }
  return boxes;
}

function toldItems(bytes: Buffer, info: Box): ReadonlySet<number> {
  const version = bytes[info.from] ?? 0;
  const entries = boxesIn(bytes, info.from + (version === 0 ? 6 : 8), info.to);
  return new Set(
    entries.flatMap(({ type, from, to }) => {
      const of = bytes[from] ?? 0;
      const wide = of === 3 ? 2 : 0;
      if (type !== "infe" || of < 2 || from + 12 + wide > to) return [];
      const name = bytes.subarray(from + 8 + wide, from + 12 + wide).toString("latin1");
      return told.has(name) ? [wide ? bytes.readUInt32BE(from + 4) : bytes.readUInt16BE(from + 4)] : [];
    }),
  );
}

interface Extent {
  readonly item: number;
  /** Counted in the box of data beside the list, not in the file. */
  readonly inData: boolean;
  readonly from: number;
  readonly length: number;
}

/** No camera writes as many pieces; a list may name any number of pieces that take no room in it. */
const mostExtents = 100_000;
const numberSizes = [0, 4, 8];

/** Where the content of each item lies; all sizes are named in the list itself. A list that is no list has none. */
function extentsIn(bytes: Buffer, { from, to }: Box): readonly Extent[] {
  if (from + 6 > to) return [];
  const version = bytes[from] ?? 0;
  const sizes = bytes.readUInt16BE(from + 4);
  const [ofOffset, ofLength, ofBase] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const ofIndex = version > 0 ? sizes & 15 : 0;
  if (![ofOffset, ofLength, ofBase, ofIndex].every((size) => numberSizes.includes(size))) return [];
  let at = from + 6;
  const take = (size: number): number => {
    const value =
      size === 0 || at + size > to ? 0 : size === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size);
    at += size;
    return value;
  };
  const out: Extent[] = [];
  for (let left = take(version < 2 ? 2 : 4); left > 0 && at < to && out.length < mostExtents; left -= 1) {
    const item = take(version < 2 ? 2 : 4);
    const inData = version > 0 && (take(2) & 15) === 1;
    take(2);
    const base = take(ofBase);
    for (let extents = take(2); extents > 0 && at < to && out.length < mostExtents; extents -= 1) {
      take(ofIndex);
      const offset = base + take(ofOffset);
      out.push({ item, inData, from: offset, length: take(ofLength) });
    }
  }
  return out;
}
