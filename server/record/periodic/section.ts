import { periodicWords as w } from "../../../domain/words/periodic.ts";
import { fill } from "../../../domain/words/fill.ts";

/** A table of words; `widths` are shares of the page. */
export interface SectionTable {
  readonly header: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of the material: a heading, what is said below it, and a table; whoever does the work adds remarks to it. */
export interface Section {
  readonly key: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly table: SectionTable | null;
}

type Named = keyof typeof w.headings;

/** A part with a table of its own; without rows it says so. */
export function tableSection(
  key: Named,
  header: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  lines: readonly string[] = [],
): Section {
  const heading = w.headings[key];
  if (rows.length === 0) return { key, heading, lines: [w.none], table: null };
  return { key, heading, lines, table: { header, widths, rows } };
}

const listed = 12;

/** Numbers of cases as a cell has room for them. */
export function numbersText(numbers: readonly string[], n = numbers.length): string {
  const shown = numbers.slice(0, listed);
  return n > shown.length ? fill(w.numbersMore, { numbers: shown, n }) : shown.join("、");
}
