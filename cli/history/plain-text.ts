import { cleanWords } from "../../domain/words/clean.ts";

/** What spreadsheets and databases write where there is nothing. */
const nothing =
  /^(#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|null|\(null\)|undefined|none|nan|\\N)$/i;

const webTag =
  /<\/?(?:p|div|br|span|font|b|i|u|strong|em|a|table|tbody|thead|tr|td|th|ul|ol|li|h[1-6]|img|hr|center|o:p)\b[^<>]*>/gi;
const lineTag = /<\/(?:p|div|tr|li|h[1-6])>|<(?:br|hr)\b[^<>]*>/gi;
const entities: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  hellip: "…",
  mdash: "—",
  middot: "·",
  ensp: " ",
  emsp: " ",
};

/** Characters without width that web pages leave around what is copied out of them. */
const unseen = /[\u200b\u200e\u200f\u2060\ufeff]/g;

/** Words as they were written, without what a web page, a spreadsheet or a control character left in them. */
export function plainText(value: unknown): string {
  const text = cleanWords(fromWeb(written(value)).replace(unseen, "").replaceAll("\u00a0", " ")).trim();
  return nothing.test(text) ? "" : text;
}

/** Words of which some are lost: a character that could not be read stands where they were. */
export function isDamaged(text: string): boolean {
  return text.includes("\ufffd");
}

/** How a spreadsheet shows a long number that it saves as text: 2.02611E+16. */
const rounded = /^\d(?:\.\d{1,20})?E\+\d{1,3}$/i;

/** A whole number with more digits than a spreadsheet's numbers hold: the last ones are not those that were written. */
export function isInexact(value: unknown): boolean {
  if (typeof value === "string") return rounded.test(value.trim());
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
}

function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") return JSON.stringify(value);
  // ="0012" is how a table in text keeps its leading zeros.
  return `${value as string | number | boolean}`.replace(/^="((?:[^"]|"")*)"$/s, (_, inner: string) =>
    inner.replaceAll('""', '"'),
  );
}

function fromWeb(text: string): string {
  const lines = text.replace(lineTag, "\n").replace(webTag, "");
  const plain = lines.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (all, ten, sixteen, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? all;
    const code = ten === undefined ? Number.parseInt(String(sixteen), 16) : Number(ten);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
  return lines === text ? plain : plain.replace(/\n{3,}/g, "\n\n");
}
