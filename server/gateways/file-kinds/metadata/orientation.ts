/** Which way up a picture is held, as Exif says it: 1 as it lies, 2 to 8 turned or mirrored (Exif 2.32, tag 0112). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The orientation that a block of Exif names; 1 where it names none or cannot be read. */
export function orientationIn(tiff: Buffer): Orientation {
  const little = tiff.subarray(0, 4).toString("hex") === "49492a00";
  if (tiff.length < 14 || (!little && tiff.subarray(0, 4).toString("hex") !== "4d4d002a")) return 1;
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return 1;
  for (let i = 0, at = first + 2; i < short(first) && at + 12 <= tiff.length; i += 1, at += 12) {
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** A block of Exif that says the orientation and nothing else. */
export function exifOf(orientation: Orientation): Buffer {
  const tiff = Buffer.from("4d4d002a00000008000101120003000000010001000000000000", "hex");
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
