import { documentIn } from "./file-kinds/office.ts";
import { runsByItself } from "./file-kinds/active/pdf-scripts.ts";
import { isLocked } from "./file-kinds/pdf-lock.ts";
import { pictureIn } from "./file-kinds/pictures.ts";

export interface FileKind {
  readonly type: string;
  readonly ending: string;
}

/** Why a file cannot be taken, as a code. */
export type FileFault = "empty" | "tooBig" | "unknownKind" | "locked" | "macros" | "scripts" | "outside";

export const maxFileBytes = 10 * 1024 * 1024;
export const maxFiles = 5;

/** What a file really is, by its structure and never by its name, or why it is not taken. */
export function inspectFile(bytes: Buffer): FileKind | FileFault {
  if (bytes.length === 0) return "empty";
  if (bytes.length > maxFileBytes) return "tooBig";
  const head = bytes.subarray(0, 1024).toString("latin1");
  // Some programs write a line of their own before it; readers look at the first kilobyte.
  if (head.includes("%PDF-")) return pdfIn(bytes);
  return pictureIn(bytes) ?? documentIn(bytes) ?? soundIn(bytes) ?? "unknownKind";
}

function pdfIn(bytes: Buffer): FileKind | FileFault {
  if (isLocked(bytes)) return "locked";
  // An attachment may be what could be sent by itself, one within another not.
  const allowed = (attachment: Buffer) => pictureIn(attachment) !== null;
  return runsByItself(bytes, allowed) ? "scripts" : { type: "application/pdf", ending: "pdf" };
}

function soundIn(bytes: Buffer): FileKind | null {
  const start = bytes.subarray(0, 3).toString("hex");
  if (start === "494433" || /^fff[ab2-3]/.test(start)) return { type: "audio/mpeg", ending: "mp3" };
  const wave =
    bytes.subarray(0, 4).toString("latin1") === "RIFF" && bytes.subarray(8, 12).toString("latin1") === "WAVE";
  return wave ? { type: "audio/wav", ending: "wav" } : null;
}
