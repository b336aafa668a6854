import { exifOf, orientationIn } from "./orientation.ts";
import { Kept } from "./ranges.ts";

const exif = Buffer.from("Exif\0\0", "latin1");
const profile = Buffer.from("ICC_PROFILE\0", "latin1");
const endOfImage = 0xd9;
const startOfScan = 0xda;
/** Tables, notes and scans of a picture are some dozens; what comes behind so many is cut off. */
const mostSegments = 20_000;

/**
 * A JPEG with what the picture needs: tables, frame, scans, the colour profile, the mark of Adobe that says how colours
 * are stored, and the orientation. Notes of the camera, places, previews, comments and what hangs behind the end go.
 */
export function plainJpeg(bytes: Buffer): Buffer {
  const out = new Kept(bytes);
  out.keep(0, 2);
  let at = 2;
  for (let segments = 0; at + 4 <= bytes.length && segments < mostSegments; ) {
    const marker = bytes[at + 1] ?? 0;
    // What stands between two segments is no part of the picture; readers pass over it as well.
    if (bytes[at] !== 0xff || marker === 0xff || marker < 0xc0) {
      const next = bytes.indexOf(0xff, at + 1);
      at = next < 0 ? bytes.length : next;
      continue;
    }
    if (marker === endOfImage) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    segments += 1;
    const segment = bytes.subarray(at, end);
    const kept = keptSegment(marker, segment);
    if (kept === segment) out.keep(at, end);
    else if (kept) out.add(kept);
    at = marker === startOfScan ? endOfScan(bytes, end) : end;
    if (marker === startOfScan) out.keep(end, at);
  }
  if (bytes[at] === 0xff && bytes[at + 1] === endOfImage) out.keep(at, at + 2);
  return out.all();
}

function keptSegment(marker: number, segment: Buffer): Buffer | null {
  const body = segment.subarray(4);
  if (marker === 0xfe) return null;
  if (marker < 0xe0 || marker > 0xef) return segment;
  if (marker === 0xe0) return body.subarray(0, 4).toString("latin1") === "JFIF" ? withoutThumbnail(segment) : null;
  if (marker === 0xe1 && body.subarray(0, 6).equals(exif)) {
    const orientation = orientationIn(body.subarray(6));
    return orientation === 1 ? null : exifSegment(exifOf(orientation));
  }
  if (marker === 0xe2) return body.subarray(0, profile.length).equals(profile) ? segment : null;
  return marker === 0xee && body.subarray(0, 5).toString("latin1") === "Adobe" ? segment : null;
}

/** The head of a JFIF without the small picture in it, which may show more than the picture does. */
function withoutThumbnail(segment: Buffer): Buffer {
  const head = Buffer.from(segment.subarray(0, 18));
  if (head.length < 18) return segment;
  head.writeUInt16BE(16, 2);
  head.fill(0, 16, 18);
  return head;
}

function exifSegment(tiff: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + exif.length + tiff.length, 2);
  return Buffer.concat([head, exif, tiff]);
}

/** Where the data of a scan end: at the next mark that is neither a filled-up byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
