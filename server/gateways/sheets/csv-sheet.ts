import { cellText, type Sheet, type SheetCell } from "./workbook.ts";

/** A spreadsheet would take these words for a formula, or their digits for a number of fewer places. */
const misread = /^[=+\-@\t\r]|^0\d|^\d{12,}$/;
/** A text within a formula may be as long as this. */
const longestQuoted = 255;

/**
 * A sheet as CSV that WPS and Excel open with right Chinese: marked as UTF-8. Words that they would misread are put
 * as ="…", which shows the very same words, keeps leading zeros and runs nothing.
 */
export function csvSheet({ header, rows }: Sheet): Buffer {
  const lines = [header, ...rows].map((row) => row.map((cell) => quoted(wordsOf(cell))).join(","));
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`);
}

function wordsOf(cell: SheetCell): string {
  const text = cellText(cell);
  if (typeof cell !== "string" || !misread.test(text)) return text;
  return text.length > longestQuoted || /[\r\n]/.test(text) ? ` ${text}` : `="${text.replaceAll('"', '""')}"`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
