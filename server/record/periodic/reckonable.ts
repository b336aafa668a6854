import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import type { Sheet, SheetCell } from "../../gateways/sheets/workbook.ts";
import type { SectionTable } from "./section.ts";

const share = /^[\d.]+%（(\d+)\/(\d+)）$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const whole = /^\d{1,9}$/;

/**
 * A table of the material as a sheet to reckon with. The material is kept as it was printed; numbers, days and shares
 * become cells of their kind, and both numbers of a share stand in columns beside it.
 */
export function reckonable({ header, rows }: SectionTable): Omit<Sheet, "name"> {
  const shares = header.map((_, n) => rows.some((row) => share.test(row[n] ?? "")));
  return {
    header: header.flatMap((title, n) =>
      shares[n] ? [title, fill(w.sheets.met, { title }), fill(w.sheets.of, { title })] : [title],
    ),
    rows: rows.map((row) => row.flatMap((text, n) => (shares[n] ? shareCells(text) : [cellOf(text)]))),
  };
}

function shareCells(text: string): readonly SheetCell[] {
  const [, met, of] = share.exec(text) ?? [];
  if (met === undefined || of === undefined) return [cellOf(text), null, null];
  return [{ share: { met: Number(met), of: Number(of) } }, Number(met), Number(of)];
}

function cellOf(text: string): SheetCell {
  if (whole.test(text)) return Number(text);
  return day.test(text) ? { day: text } : text;
}
