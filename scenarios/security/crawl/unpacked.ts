import { strFromU8, unzipSync } from "fflate";

/** The words of an answer: JSON and CSV as they are, of sheets and documents the words of every part but the times of printing. */
export function unpacked(bytes: Uint8Array): string {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!packed) return strFromU8(bytes);
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith("docProps/"));
  return parts.map(([, part]) => strFromU8(part)).join("\n");
}
