import type { PaperPart } from "../rules/paper.ts";
import type { Block, Cell, GridRow } from "./paper.ts";

/** A part with what it says; null: nothing is known, or it is written by hand. */
export interface SaidPart {
  readonly part: PaperPart;
  readonly text: string | null;
}

/** The parts as they stand under each other: rows gather into grids, everything else stands alone. */
export function blocksOf(said: readonly SaidPart[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { part, text } of said) {
    const shape = part.as ?? "row";
    if (shape === "section" || shape === "text") {
      if (shape === "section") blocks.push({ is: "heading", text: part.label });
      blocks.push(...paragraphs(text));
      continue;
    }
    const last = blocks.at(-1);
    const rows = last?.is === "grid" ? last.rows : [];
    if (last?.is === "grid") blocks.pop();
    blocks.push({ is: "grid", rows: withRow(rows, shape, { label: part.label, text }) });
  }
  return blocks;
}

function paragraphs(text: string | null): readonly Block[] {
  const lines = (text ?? "").split("\n").map((line) => line.trim());
  const said = lines.filter((line) => line !== "");
  return said.map((line) => ({ is: "paragraph", text: line }));
}

/** A half line joins the half line before it; an empty half is left where the next part takes a whole line. */
function withRow(rows: readonly GridRow[], shape: "row" | "wide" | "band", cell: Cell): readonly GridRow[] {
  if (shape === "band") return [...rows, { band: cell.label }];
  if (shape === "wide") return [...rows, { cells: [cell] }];
  const last = rows.at(-1);
  if (last && "cells" in last && last.cells.length === 1 && last.half) {
    return [...rows.slice(0, -1), { cells: [...last.cells, cell] }];
  }
  return [...rows, { cells: [cell], half: true }];
}
