import { writeXlsx } from "hucre/xlsx";

/** One sheet of a workbook: a header row and rows of text and numbers. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Characters that a spreadsheet would take for a formula are disarmed with an apostrophe. */
function safe(value: string | number | null): string | number | null {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** An xlsx workbook as bytes. Numbers with leading zeros stay text. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: [[...sheet.header], ...sheet.rows.map((row) => row.map(safe))],
    })),
  });
  return Buffer.from(bytes);
}
