import type { FileFault } from "../../file-kind.ts";
import { oleStream } from "../ole.ts";

const macroStores = /^(_VBA_PROJECT.*|VBA|Macros|dir_vba)$/i;
/** A presentation with macros says so in the stream of its slides (MS-PPT 2.4.10, VBAInfoContainer). */
const slidesHaveMacros = Buffer.from("0f00ff0314000000020000040c000000", "hex");
const programs = /\.(exe|com|scr|pif|bat|cmd|ps1|js|jse|vbs|vbe|wsf|wsh|hta|lnk|msi|jar|reg|dll)\0/i;

/** What a document of the older form would do by itself: macros, sheets of macros, programs put into it. */
export function oleScripts(bytes: Buffer, names: readonly string[]): FileFault | null {
  if (names.some((name) => macroStores.test(name))) return "macros";
  if (hasMacroSheet(bytes) || hasSlideMacros(bytes)) return "macros";
  const packages = names.some((name) => name.endsWith("Ole10Native"));
  return packages && programs.test(bytes.toString("latin1")) ? "scripts" : null;
}

function hasSlideMacros(bytes: Buffer): boolean {
  const at = bytes.indexOf(slidesHaveMacros);
  return at >= 0 && at + 24 <= bytes.length && bytes.readUInt32LE(at + slidesHaveMacros.length + 4) === 1;
}

const boundSheet = 0x0085;

/** Excel 4 had its macros on sheets: the list of sheets in the globals of a workbook tells their kind (MS-XLS 2.4.28). */
function hasMacroSheet(bytes: Buffer): boolean {
  const book = oleStream(bytes, "Workbook") ?? oleStream(bytes, "Book");
  if (!book) return false;
  for (let at = 0; at + 4 <= book.length; ) {
    const [type, length] = [book.readUInt16LE(at), book.readUInt16LE(at + 2)];
    if (type === boundSheet && at + 10 <= book.length && book[at + 9] === 1) return true;
    // The globals end here; what follows are the sheets themselves.
    if (type === 0x000a || type === 0) return false;
    at += 4 + length;
  }
  return false;
}
