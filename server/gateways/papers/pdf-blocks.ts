import type { Block, Cell, GridRow } from "../../../domain/papers/paper.ts";
import { naturalLine } from "./fonts.ts";
import { charPitch, linePitch, size } from "./measures.ts";

/** A piece of a page as the printer takes it. */
export type Piece = Readonly<Record<string, unknown>>;

/** Type of this size on lines that stand so far apart. */
export function type(points: number, pitch: number): Piece {
  return { fontSize: points, lineHeight: pitch / (points * naturalLine) };
}

/** Body text: 3号, 22 lines of 28 characters to the page. */
export const body: Piece = { ...type(size.three, linePitch), characterSpacing: charPitch - size.three };

/** Two characters' room before the first line of a paragraph. */
const indent = { leadingIndent: 2 * charPitch };

/** A long number or address goes to the next line whole; to stretch the line before it would tear it apart. */
const unbroken = /[\x21-\x7e]{10,}/;

/** What stands in a document or notice, one under the other. */
export function textPieces(blocks: readonly Block[]): readonly Piece[] {
  return blocks.map((block): Piece => {
    switch (block.is) {
      case "heading":
        return { text: block.text, font: "hei", ...body, ...indent, headlineLevel: 1 };
      case "paragraph":
        return { text: block.text, ...body, ...indent, alignment: unbroken.test(block.text) ? "left" : "justify" };
      case "code":
        return code(block.text);
      case "grid":
        return { ...grid(block.rows, size.four), margin: [0, 6, 0, 8] };
      case "table":
        return { ...table(block, size.five), margin: [0, 6, 0, 8] };
    }
  });
}

/** The same in a form, in smaller type. */
export function formPieces(blocks: readonly Block[]): readonly Piece[] {
  return blocks.map((block): Piece => {
    switch (block.is) {
      case "heading":
        return { text: block.text, font: "hei", ...type(size.fourSmall, 20), margin: [0, 6, 0, 2] };
      case "paragraph":
        return { text: block.text, ...type(size.fourSmall, 20), leadingIndent: 2 * size.fourSmall };
      case "code":
        return code(block.text);
      case "grid":
        return { ...grid(block.rows, size.fourSmall), margin: [0, 0, 0, -0.5] };
      case "table":
        return table(block, size.five);
    }
  });
}

function code(text: string): Piece {
  return { qr: text, fit: 72, alignment: "right", margin: [0, 0, 0, 4] };
}

const ruled: Piece = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingTop: () => 5,
  paddingBottom: () => 4,
  paddingLeft: () => 6,
  paddingRight: () => 6,
};

/** Labels in narrow columns, answers beside them; a whole line spans the rest. */
function grid(rows: readonly GridRow[], points: number): Piece {
  const lines = rows.map((row) => ("band" in row ? bandLine(row.band, points) : cellLine(row.cells, points)));
  const label = points * 6 + 4;
  return { table: { widths: [label, "*", label, "*"], body: lines, dontBreakRows: false }, layout: ruled };
}

function bandLine(text: string, points: number): readonly Piece[] {
  const strip = {
    text,
    font: "hei",
    alignment: "center",
    colSpan: 4,
    fillColor: "#f2f2f2",
    ...type(points, points * 1.5),
  };
  return [strip, {}, {}, {}];
}

function cellLine(cells: readonly Cell[], points: number): readonly Piece[] {
  const [first, second] = cells;
  if (!first) return [{}, {}, {}, {}];
  if (!second) return [name(first, points), { ...answer(first, points, true), colSpan: 3 }, {}, {}];
  return [name(first, points), answer(first, points), name(second, points), answer(second, points)];
}

function name({ label }: Cell, points: number): Piece {
  return { text: label, font: "hei", ...type(points, points * 1.5) };
}

/** Where nothing is known there is room to write, the more the wider it is. */
function answer({ text }: Cell, points: number, wide = false): Piece {
  return { text: text ?? (wide ? " \n \n " : " "), ...type(points, points * 1.5) };
}

function table({ header, widths, rows }: Extract<Block, { is: "table" }>, points: number): Piece {
  const cell = (text: string) => ({ text: text || " ", ...type(points, points * 1.45) });
  const all = widths.reduce((sum, share) => sum + share, 0);
  return {
    table: {
      headerRows: 1,
      widths: widths.map((share) => `${(share / all) * 100}%`),
      body: [
        header.map((text) => ({ ...cell(text), font: "hei", alignment: "center" })),
        ...rows.map((row) => row.map(cell)),
      ],
    },
    layout: { ...ruled, paddingLeft: () => 3, paddingRight: () => 3, paddingTop: () => 3, paddingBottom: () => 2 },
  };
}
