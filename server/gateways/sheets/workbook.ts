import { type CellStyle, type WriteSheet, writeXlsx } from "hucre/xlsx";

/** What stands in a cell: words, a number, a share (of nothing it is a dash), a day, or a moment in China. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly share: { readonly met: number; readonly of: number } }
  | { readonly day: string }
  | { readonly moment: string };

/** One sheet of a workbook: a header row and the rows below it. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

const formats = { share: "0.0%", day: "yyyy-mm-dd", moment: "yyyy-mm-dd hh:mm" } as const;
const dayLength = 86_400_000;
/** The days of a spreadsheet count from here; a moment is told by the clocks of China. */
const dayZero = Date.UTC(1899, 11, 30);
const chinaAhead = 8 * 3_600_000;

const head: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF6" } },
  alignment: { vertical: "center", wrapText: true },
};

/** An xlsx workbook as bytes: words stay words, and shares, days and moments can be reckoned with. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: sheets.map(sheetOf) }));
}

function sheetOf({ name, header, rows }: Sheet): WriteSheet {
  const cells: NonNullable<WriteSheet["cells"]> = new Map(header.map((_, n) => [`0,${n}`, { style: head }]));
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      const format = formatOf(cell);
      if (format) cells.set(`${r + 1},${c}`, { style: { numFmt: format } });
    }
  }
  return {
    name,
    rows: [[...header], ...rows.map((row) => row.map(valueOf))],
    cells,
    columns: header.map((_, n) => ({ width: widthOf([header[n] ?? "", ...rows.slice(0, 200).map((row) => row[n])]) })),
    freezePane: { rows: 1 },
  };
}

function formatOf(cell: SheetCell | undefined): string | null {
  if (cell === null || typeof cell !== "object") return null;
  if ("share" in cell) return cell.share.of === 0 ? null : formats.share;
  return "day" in cell ? formats.day : formats.moment;
}

function valueOf(cell: SheetCell): string | number | null {
  if (cell === null || typeof cell !== "object") return cell;
  if ("share" in cell) return cell.share.of === 0 ? "—" : cell.share.met / cell.share.of;
  if ("day" in cell) return (Date.parse(`${cell.day}T00:00:00Z`) - dayZero) / dayLength;
  return (Math.floor(Date.parse(cell.moment) / 60_000) * 60_000 + chinaAhead - dayZero) / dayLength;
}

/** A cell in words, as a table in text has it. */
export function cellText(cell: SheetCell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  if ("share" in cell) return cell.share.of === 0 ? "—" : `${((cell.share.met / cell.share.of) * 100).toFixed(1)}%`;
  if ("day" in cell) return cell.day;
  const local = new Date(Date.parse(cell.moment) + chinaAhead).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}

/** Wide enough for the longest of its cells within reason; a Chinese character is as wide as two digits. */
function widthOf(cells: readonly (SheetCell | undefined)[]): number {
  const lengths = cells.map((cell) => [...cellText(cell ?? null)].reduce((sum, c) => sum + (c > "\u00ff" ? 2 : 1), 0));
  return Math.min(60, Math.max(8, ...lengths) + 2);
}
