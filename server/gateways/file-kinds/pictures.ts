import type { FileKind } from "../file-kind.ts";

const hex = (bytes: Buffer, from: number, length: number) => bytes.subarray(from, from + length).toString("hex");
const text = (bytes: Buffer, from: number, length: number) => bytes.subarray(from, from + length).toString("latin1");

/** Which picture a file holds, by its first structure; null for anything else. */
export function pictureIn(bytes: Buffer): FileKind | null {
  if (isJpeg(bytes)) return { type: "image/jpeg", ending: "jpg" };
  if (hex(bytes, 0, 8) === "89504e470d0a1a0a" && text(bytes, 12, 4) === "IHDR")
    return { type: "image/png", ending: "png" };
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return { type: "image/gif", ending: "gif" };
  if (isWebp(bytes)) return { type: "image/webp", ending: "webp" };
  if (isTiff(bytes)) return { type: "image/tiff", ending: "tiff" };
  if (isBmp(bytes)) return { type: "image/bmp", ending: "bmp" };
  return stillImage(bytes);
}

/** The mark of the start, and a segment after it that a picture can begin with. */
function isJpeg(bytes: Buffer): boolean {
  return hex(bytes, 0, 3) === "ffd8ff" && /^(c[0-9a-f]|d[b-f]|e[0-9a-f]|fe)$/.test(hex(bytes, 3, 1));
}

function isWebp(bytes: Buffer): boolean {
  return text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 4) === "WEBP" && /^VP8[ LX]$/.test(text(bytes, 12, 4));
}

/** Either order of bytes, and the first directory lies within the file. */
function isTiff(bytes: Buffer): boolean {
  if (bytes.length < 8) return false;
  const start = hex(bytes, 0, 4);
  const at = start === "49492a00" ? bytes.readUInt32LE(4) : start === "4d4d002a" ? bytes.readUInt32BE(4) : 0;
  return at >= 8 && at < bytes.length;
}

const headerSizes = [12, 40, 52, 56, 64, 108, 124];

function isBmp(bytes: Buffer): boolean {
  if (bytes.length < 26 || text(bytes, 0, 2) !== "BM") return false;
  return headerSizes.includes(bytes.readUInt32LE(14)) && bytes.readUInt32LE(10) <= bytes.length;
}

const heic = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"];

/** HEIC and AVIF are boxes of ISO 14496-12: the brands of the first box say which. A film has other brands. */
function stillImage(bytes: Buffer): FileKind | null {
  if (bytes.length < 16 || text(bytes, 4, 4) !== "ftyp") return null;
  const size = bytes.readUInt32BE(0);
  if (size < 16 || size > Math.min(bytes.length, 1024)) return null;
  const brands: string[] = [text(bytes, 8, 4)];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(text(bytes, at, 4));
  if (brands.some((brand) => brand === "avif" || brand === "avis")) return { type: "image/avif", ending: "avif" };
  const [main = ""] = brands;
  const general = main === "mif1" || main === "msf1";
  return heic.includes(main) || (general && brands.length > 0) ? { type: "image/heic", ending: "heic" } : null;
}
