import { exifOf, orientationIn } from "./orientation.ts";

const shown = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
const exifFlag = 0x08;
const xmpFlag = 0x04;

/** A WebP without Exif, XMP and unknown chunks; the orientation stays where there is one. */
export function plainWebp(bytes: Buffer): Buffer {
  const out: Buffer[] = [];
  let orientation: ReturnType<typeof orientationIn> = 1;
  const all = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= all; ) {
    const type = bytes.subarray(at, at + 4).toString("latin1");
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (type === "EXIF") orientation = orientationIn(withoutHead(bytes.subarray(at + 8, at + 8 + size)));
    else if (shown.has(type)) out.push(Buffer.from(bytes.subarray(at, end)));
    at = end;
  }
  const extended = out.find((one) => one.subarray(0, 4).toString("latin1") === "VP8X");
  const turned = extended !== undefined && orientation !== 1;
  if (extended) extended[8] = ((extended[8] ?? 0) & ~exifFlag & ~xmpFlag) | (turned ? exifFlag : 0);
  if (turned) out.push(chunk("EXIF", exifOf(orientation)));
  const body = Buffer.concat([Buffer.from("WEBP", "latin1"), ...out]);
  return Buffer.concat([head("RIFF", body.length), body]);
}

/** Some programs write the head of a JPEG's segment before it. */
function withoutHead(exif: Buffer): Buffer {
  return exif.subarray(0, 4).toString("latin1") === "Exif" ? exif.subarray(6) : exif;
}

function chunk(type: string, data: Buffer): Buffer {
  return Buffer.concat([head(type, data.length), data, Buffer.alloc(data.length % 2)]);
}

function head(type: string, size: number): Buffer {
  const out = Buffer.from(`${type}\0\0\0\0`, "latin1");
  out.writeUInt32LE(size, 4);
  return out;
}
