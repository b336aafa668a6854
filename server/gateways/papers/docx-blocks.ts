import {
  BorderStyle,
  type FileChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Block, Cell, GridRow } from "../../../domain/papers/paper.ts";
import { line } from "./docx-text.ts";
import { size } from "./measures.ts";

/** How large the text is, how wide the print area (points), and how far the lines stand apart. */
export interface Measure {
  readonly points: number;
  readonly width: number;
  readonly pitch: number;
}

const twips = (points: number) => Math.round(points * 20);
const ruled = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const borders = {
  top: ruled,
  bottom: ruled,
  left: ruled,
  right: ruled,
  insideHorizontal: ruled,
  insideVertical: ruled,
};

/** What stands in a paper, one under the other. */
export function blockChildren(blocks: readonly Block[], measure: Measure): readonly FileChild[] {
  const { points, pitch } = measure;
  return blocks.map((block): FileChild => {
    switch (block.is) {
      case "heading":
        return line(block.text, { font: "head", points }, { first: 2, pitch, keepNext: true });
      case "paragraph":
        return line(block.text, { points }, { first: 2, pitch, align: "BOTH" });
      case "code":
        return line(block.text, { points }, { pitch, align: "END" });
      case "grid":
        return grid(block.rows, measure);
      case "table":
        return table(block, measure);
    }
  });
}

function grid(rows: readonly GridRow[], { points, width }: Measure): Table {
  const small = Math.min(points, size.four);
  const label = small * 6 + 14;
  const answer = width / 2 - label;
  const widths = [label, answer, label, answer];
  return new Table({
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    borders,
    rows: rows.map(
      (row) => new TableRow({ children: "band" in row ? [band(row.band, small)] : cells(row.cells, small) }),
    ),
  });
}

function band(text: string, points: number): TableCell {
  return cell(text, { points, head: true, span: 4, middle: true });
}

function cells(list: readonly Cell[], points: number): TableCell[] {
  const whole = list.length === 1;
  return list.flatMap(({ label, text }) => [
    cell(label, { points, head: true }),
    cell(text ?? (whole ? "\n\n" : ""), { points, span: whole ? 3 : 1 }),
  ]);
}

function table({ header, widths, rows }: Extract<Block, { is: "table" }>, { width }: Measure): Table {
  const all = widths.reduce((sum, share) => sum + share, 0);
  const line = (texts: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: texts.map((text) => cell(text, { points: size.five, head, middle: head })),
    });
  return new Table({
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths.map((share) => twips((width * share) / all)),
    layout: TableLayoutType.FIXED,
    borders,
    rows: [line(header, true), ...rows.map((row) => line(row, false))],
  });
}

interface CellLook {
  readonly points: number;
  readonly head?: boolean;
  readonly span?: number;
  readonly middle?: boolean;
}

function cell(text: string, { points, head = false, span = 1, middle = false }: CellLook): TableCell {
  return new TableCell({
    columnSpan: span,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: text
      .split("\n")
      .map((words) =>
        line(
          words,
          { font: head ? "head" : "body", points },
          { pitch: points * 1.5, align: middle ? "CENTER" : "LEFT" },
        ),
      ),
  });
}
