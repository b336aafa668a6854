import { alike, numerals } from "./cues/numerals.ts";

/** A text in one spelling, with the way back to where each sign stood in the original. */
export interface Plain {
  readonly text: string;
  /** For each unit of `text`: where its sign begins and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Of a digit the script that it was written in, so that 一 beside 13900001111 does not lengthen it; else 0. */
  readonly script: readonly number[];
  /** Of the original. */
  readonly length: number;
}

/** Nobody sees these: zero-width, direction and variation marks, the frame of a keycap, accents on their own. */
const unseen = new RegExp("^(?:[\\p{Mn}\\p{Me}\\p{Cf}\\r]|\\p{Default_Ignorable_Code_Point})$", "u");
const dash = /^[\p{Pd}\u2212\u30fc\uff70\u2500\u2501]$/u;
const blank = /^(?:\p{Z}|\t|\v|\f)$/u;
/** First and last sign of rows of circled digits that NFKC leaves as they are, and the digit of the first. */
const circled: readonly (readonly [first: number, last: number, digit: number])[] = [
  [0x2776, 0x277e, 1],
  [0x2780, 0x2788, 1],
  [0x278a, 0x2792, 1],
  [0x24f5, 0x24fd, 1],
  [0x24ff, 0x24ff, 0],
  [0x1f10b, 0x1f10b, 0],
  [0x1f10c, 0x1f10c, 0],
];
const hanScript = 1;
const letterScript = 2;

/**
 * One width, one form of blank and dash, digits of every script in 0 to 9, nothing unseen. Chinese numerals stay as
 * they are in `text`; `digitAt` reads them.
 */
export function plainOf(original: string): Plain {
  let text = "";
  const from: number[] = [];
  const to: number[] = [];
  const script: number[] = [];
  let at = 0;
  for (const sign of original) {
    const start = at;
    at += sign.length;
    if (sign > "\u00a0" || sign === "\r" || sign === "\u00a0") {
      if (unseen.test(sign)) continue;
    }
    const code = sign.codePointAt(0) ?? 0;
    const plain = code < 128 ? (sign === "\t" ? " " : sign) : oneSpelling(sign, code);
    const kind = scriptOf(sign, code);
    for (let i = 0; i < plain.length; i += 1) {
      from.push(start);
      to.push(at);
      script.push(kind);
    }
    text += plain;
  }
  return { text: withLookalikes(text, script), from, to, script, length: original.length };
}

/** Letters that are written for digits. */
const lookalikes: Readonly<Record<string, string>> = { o: "0", O: "0", l: "1", I: "1" };
const longestRow = 8;
/** How many marks may stand between such a letter and a digit. */
const nearest = 3;

/**
 * Letters O, l and I among digits, as in 139OOOO5678 and l39 0000 5678, are digits; for what they were they count as
 * another script. A letter of a word is none.
 */
function withLookalikes(text: string, script: number[]): string {
  const signs = text.split("");
  let at = 0;
  while (at < signs.length) {
    let end = at;
    while (end < signs.length && lookalikes[signs[end] ?? ""] !== undefined) end += 1;
    if (end === at) {
      at += 1;
      continue;
    }
    if (end - at <= longestRow && amongDigits(text, at, end)) {
      for (let i = at; i < end; i += 1) signs[i] = lookalikes[signs[i] ?? ""] ?? "";
      script.fill(letterScript, at, end);
    }
    at = end;
  }
  return signs.join("");
}

function amongDigits(text: string, from: number, to: number): boolean {
  const [before, after] = [beside(text, from - 1, -1), beside(text, to, 1)];
  return (before === "digit" && after !== "letter") || (before === "mark" && after === "digit");
}

/** What the nearest sign is that is no mark. */
function beside(text: string, from: number, step: 1 | -1): "digit" | "letter" | "mark" {
  for (let n = 0; n <= nearest; n += 1) {
    const sign = text[from + n * step];
    if (sign === undefined) return "mark";
    if (digitAt({ text: sign }, 0) !== null || lookalikes[sign] !== undefined) return "digit";
    if (/[\p{L}\p{N}]/u.test(sign)) return n === 0 && !/\p{Script=Han}/u.test(sign) ? "letter" : "mark";
  }
  return "mark";
}

function oneSpelling(sign: string, code: number): string {
  const row = circled.find(([first, last]) => code >= first && code <= last);
  if (row) return String(code - row[0] + row[2]);
  if (sign === "ⓐ" || sign === "Ⓐ") return "@";
  const plain = sign.normalize("NFKC");
  if (dash.test(plain)) return "-";
  if (blank.test(plain)) return " ";
  return /^\p{Nd}$/u.test(plain) && plain > "9" ? String(digitOf(plain.codePointAt(0) ?? 0)) : plain;
}

/** Digits of a script stand in rows of ten; the place in the row is the digit. */
function digitOf(code: number): number {
  let digit = 0;
  while (digit < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - digit - 1))) digit += 1;
  return digit;
}

function scriptOf(sign: string, code: number): number {
  if (code >= 48 && code <= 57) return 48;
  if (code < 128) return 0;
  if (numerals.includes(sign) || sign in alike) return hanScript;
  return /\p{N}/u.test(sign) ? code >> 6 : 0;
}

/** The digit that stands here, in figures or as a Chinese numeral; null where none does. */
export function digitAt({ text }: Pick<Plain, "text">, at: number): string | null {
  const sign = text[at] ?? "";
  if (sign >= "0" && sign <= "9") return sign;
  const place = sign === "" ? -1 : numerals.indexOf(sign);
  return place >= 0 ? String(Math.max(0, place - 1)) : (alike[sign] ?? null);
}
