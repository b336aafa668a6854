import type { FileKind } from "../../file-kind.ts";
import { plainGif } from "./gif.ts";
import { plainHeic } from "./heic.ts";
import { plainJpeg } from "./jpeg.ts";
import { plainPng } from "./png.ts";
import { plainTiff } from "./tiff.ts";
import { plainWebp } from "./webp.ts";

const plain: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  "image/jpeg": plainJpeg,
  "image/png": plainPng,
  "image/webp": plainWebp,
  "image/heic": plainHeic,
  "image/avif": plainHeic,
  "image/gif": plainGif,
  "image/tiff": plainTiff,
};

/**
 * A photo without what it tells of who took it, where and with what; the picture itself and which way up it is held
 * stay as they are, to the byte. Other files come back as they were.
 */
export function plainPicture(bytes: Buffer, { type }: Pick<FileKind, "type">): Buffer {
  return plain[type]?.(bytes) ?? bytes;
}
