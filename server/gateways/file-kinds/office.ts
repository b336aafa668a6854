import type { FileFault, FileKind } from "../file-kind.ts";
import { officeScripts } from "./active/office-scripts.ts";
import { oleScripts } from "./active/ole-scripts.ts";
import { oleNames } from "./ole.ts";
import { newRoom, type Room, zipEntries, zipText } from "./zip.ts";

const office = "application/vnd.openxmlformats-officedocument";
const inZip = {
  wordprocessingml: { type: `${office}.wordprocessingml.document`, ending: "docx" },
  spreadsheetml: { type: `${office}.spreadsheetml.sheet`, ending: "xlsx" },
  presentationml: { type: `${office}.presentationml.presentation`, ending: "pptx" },
} as const;

const inOle: readonly (readonly [stream: string, kind: FileKind])[] = [
  ["WordDocument", { type: "application/msword", ending: "doc" }],
  ["Workbook", { type: "application/vnd.ms-excel", ending: "xls" }],
  ["Book", { type: "application/vnd.ms-excel", ending: "xls" }],
  ["PowerPoint Document", { type: "application/vnd.ms-powerpoint", ending: "ppt" }],
];

/** A document in a document in a document: nobody packs one deeper. */
const deepest = 3;

/** Which document of an office suite a file holds, by its parts; one with macros or a password is not taken. */
export function documentIn(bytes: Buffer): FileKind | FileFault | null {
  return documentAt(bytes, newRoom(), 0);
}

function documentAt(bytes: Buffer, room: Room, depth: number): FileKind | FileFault | null {
  const names = oleNames(bytes);
  if (names) return inOldForm(bytes, names);
  const entries = zipEntries(bytes);
  const types = entries?.find(({ name }) => name === "[Content_Types].xml");
  if (!entries || !types) return null;
  const said = zipText(bytes, types, room) ?? "";
  const inside = (document: Buffer) => (depth < deepest ? documentAt(document, room, depth + 1) : "scripts");
  const runs = officeScripts(bytes, { entries, types: said, room }, inside);
  if (runs) return runs;
  const main = /officedocument\.(wordprocessingml|spreadsheetml|presentationml)\.[a-z]+\.main\+xml/.exec(said)?.[1];
  return main ? inZip[main as keyof typeof inZip] : null;
}

function inOldForm(bytes: Buffer, names: readonly string[]): FileKind | FileFault | null {
  if (names.includes("EncryptedPackage")) return "locked";
  const runs = oleScripts(bytes, names);
  if (runs) return runs;
  return inOle.find(([stream]) => names.includes(stream))?.[1] ?? null;
}
