import type { Found } from "./kinds.ts";
import { plainOf } from "./plain.ts";
import type { Run } from "./runs.ts";

/** Who and what a case names itself, as it was typed: what of it stands in a text is barred wherever it stands. */
export interface Held {
  readonly names: readonly string[];
  /** Telephone, identity and other numbers. */
  readonly numbers: readonly string[];
  readonly mails: readonly string[];
  readonly addresses: readonly string[];
}

export const nothingHeld: Held = { names: [], numbers: [], mails: [], addresses: [] };

/** Marks that end a clause part two words; all others may stand between the signs of a name. */
const sentence = ",、。;!?\\n";
/** Nobody has a longer name or address; a text in their place is no key. */
const longestKey = 200;
const between = `[^\\p{L}\\p{N}${sentence}]{0,6}`;

/** Names, addresses of mail and of dwellings that the case holds, with whatever blanks and marks between their signs. */
export function heldWords(text: string, { names, mails, addresses }: Held): readonly Found[] {
  const keys = [...names, ...mails, ...addresses.filter((address) => [...address].length >= 6)].map(keyOf);
  return [...new Set(keys)]
    .filter((key) => key.length >= 2 && key.length <= longestKey)
    .flatMap((key) =>
      [...text.matchAll(spellings(key))].map(
        (match): Found => ({ from: match.index, to: match.index + match[0].length, kind: "held", certain: true }),
      ),
    );
}

/** Numbers that the case holds, however their digits are grouped. */
export function heldNumbers(run: Run, { numbers }: Held): readonly Found[] {
  const row = run.map((group) => group.digits).join("");
  const places = run.flatMap((group) => [...group.digits].map((_, i) => ({ group, i })));
  return digitKeys(numbers).flatMap((key) =>
    indexesOf(row, key).flatMap((at): readonly Found[] => {
      const [first, last] = [places[at], places[at + key.length - 1]];
      if (!first || !last) return [];
      return [{ from: unitOf(first), to: unitOf(last) + 1, kind: "held", certain: true, digits: key }];
    }),
  );
}

/** A sign may be several digits, as ⑿ is; its first unit stands for all. */
function unitOf({ group, i }: { readonly group: Run[number]; readonly i: number }): number {
  return Math.min(group.from + i, group.to - 1);
}

/** The digits that tell a number; of a mobile with the country's code those without it. */
function digitKeys(numbers: readonly string[]): readonly string[] {
  const keys = numbers.map((number) =>
    plainOf(number)
      .text.replace(/\D/g, "")
      .replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, ""),
  );
  return [...new Set(keys)].filter((key) => key.length >= 7);
}

function keyOf(words: string): string {
  return [...plainOf(words).text].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).join("");
}

function spellings(key: string): RegExp {
  const signs = [...key].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(signs.join(between), "giu");
}

function indexesOf(row: string, key: string): readonly number[] {
  const found: number[] = [];
  for (let at = row.indexOf(key); at >= 0; at = row.indexOf(key, at + key.length)) found.push(at);
  return found;
}
