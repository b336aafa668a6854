import { crc32 } from "node:zlib";
import { exifOf, orientationIn } from "./orientation.ts";
import { Kept } from "./ranges.ts";

/** Chunks that say how the picture looks (PNG, third edition, and its animation). */
const shown = new Set(
  "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT".split(" "),
);

/** A PNG without texts, times, Exif and unknown chunks; the orientation stays where there is one. */
export function plainPng(bytes: Buffer): Buffer {
  const out = new Kept(bytes);
  out.keep(0, 8);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString("latin1");
    if (type === "eXIf") {
      const orientation = orientationIn(bytes.subarray(at + 8, end - 4));
      if (orientation !== 1) out.add(chunk("eXIf", exifOf(orientation)));
    } else if (shown.has(type)) out.keep(at, end);
    at = end;
    if (type === "IEND") return out.all();
  }
  // A file that is cut off keeps what there is of its picture.
  out.keep(Math.min(at, bytes.length), bytes.length);
  return out.all();
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
