import { fill } from "../../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../../domain/words/periodic.ts";
import type { Section } from "../section.ts";

/** A case number as it stands in a text, and a list of them with how many there are in all, as `numbersMore` writes it. */
const one = /[A-Z]{1,8}-\d{8}-\d{1,12}/g;
const list = /[A-Z]{1,8}-\d{8}-\d{1,12}(?:\u3001[A-Z]{1,8}-\d{8}-\d{1,12}){0,60}(?:\u7b49(\d{1,9})\u4ef6)?/g;

/** What of a work a reader reads: its material and the remarks on it. */
export interface Readable {
  readonly sections: readonly Section[];
  readonly remarks: Readonly<Record<string, string>>;
}

/** The case numbers that stand in a work. */
export function numbersIn({ sections, remarks }: Readable): readonly string[] {
  const texts = [...sections.flatMap(textsOf), ...Object.values(remarks)];
  return [...new Set(texts.flatMap((text) => text.match(one) ?? []))];
}

/** A work as somebody reads it who may know of these cases alone: of the others it says how many there are. */
export function onlySeen({ sections, remarks }: Readable, seen: ReadonlySet<string>): Readable {
  const only = (text: string) => seenText(text, seen);
  return {
    sections: sections.map(({ key, heading, lines, table }) => ({
      key,
      heading: only(heading),
      lines: lines.map(only),
      table: table && { ...table, rows: table.rows.map((row) => row.map(only)) },
    })),
    remarks: Object.fromEntries(Object.entries(remarks).map(([key, text]) => [key, only(text)])),
  };
}

/** A text with the numbers that may be known, and a count in the place of the others. */
export function seenText(text: string, seen: ReadonlySet<string>): string {
  return text.replace(list, (whole, said: string | undefined) => {
    const numbers = whole.match(one) ?? [];
    const known = numbers.filter((number) => seen.has(number));
    if (known.length === numbers.length) return whole;
    const n = said === undefined ? numbers.length : Number(said);
    return known.length === 0 ? fill(w.numbersUnseen, { n }) : fill(w.numbersMore, { numbers: known, n });
  });
}

function textsOf({ heading, lines, table }: Section): readonly string[] {
  return [heading, ...lines, ...(table?.rows.flat() ?? [])];
}
