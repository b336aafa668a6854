/** The kinds of files that a case may hold, recognised by their content and never by their name. */
const kinds: readonly { readonly type: string; readonly ending: string; readonly is: (head: Buffer) => boolean }[] = [
  { type: "image/jpeg", ending: "jpg", is: (h) => starts(h, "ffd8ff") },
  { type: "image/png", ending: "png", is: (h) => starts(h, "89504e470d0a1a0a") },
  {
    type: "image/heic",
    ending: "heic",
    is: (h) => /^ftyp(heic|heix|mif1|msf1)/.test(h.subarray(4, 12).toString("latin1")),
  },
  { type: "application/pdf", ending: "pdf", is: (h) => h.subarray(0, 5).toString("latin1") === "%PDF-" },
  {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ending: "docx",
    is: (h) => starts(h, "504b0304") && h.includes("word/"),
  },
  { type: "application/msword", ending: "doc", is: (h) => starts(h, "d0cf11e0a1b11ae1") },
  { type: "audio/mpeg", ending: "mp3", is: (h) => starts(h, "494433") || starts(h, "fffb") },
  {
    type: "audio/wav",
    ending: "wav",
    is: (h) => starts(h, "52494646") && h.subarray(8, 12).toString("latin1") === "WAVE",
  },
];

export interface FileKind {
  readonly type: string;
  readonly ending: string;
}

/** Why a file cannot be taken, as a code. */
export type FileFault = "empty" | "tooBig" | "unknownKind" | "locked";

export const maxFileBytes = 10 * 1024 * 1024;
export const maxFiles = 5;

/** What a file really is, or why it is not taken. */
export function inspectFile(bytes: Buffer): FileKind | FileFault {
  if (bytes.length === 0) return "empty";
  if (bytes.length > maxFileBytes) return "tooBig";
  const kind = kinds.find((k) => k.is(bytes));
  if (!kind) return "unknownKind";
  if (kind.ending === "pdf" && bytes.includes("/Encrypt")) return "locked";
  return { type: kind.type, ending: kind.ending };
}

function starts(bytes: Buffer, hex: string): boolean {
  return bytes.subarray(0, hex.length / 2).toString("hex") === hex;
}
