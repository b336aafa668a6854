import { type Fault, faulty } from "./fault.ts";
import { oneLine } from "./width.ts";

export type NameFault = "empty" | "masked" | "long";

const longest = 50;

/** Reads a name: kept as it was typed, without outer blanks and in one width of Latin letters and blanks. */
export function readName(typed: string): { readonly text: string } | Fault<NameFault> {
  const text = oneLine(typed);
  if (text === "") return faulty("empty");
  if (text.includes("*") || text.includes("＊")) return faulty("masked");
  const n = [...text].length - longest;
  return n > 0 ? faulty("long", { n }) : { text };
}

/** Under what two names are the same: one width, one case, one middle dot, no blanks. */
export function nameKey(name: string): string {
  return oneLine(name)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s/g, "")
    .replace(/[•・‧∙⋅･.]/gu, "·");
}
