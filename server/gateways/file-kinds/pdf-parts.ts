/** What a PDF says of its encryption (ISO 32000-2, 7.6). */
export interface PdfEncryption {
  readonly standard: boolean;
  readonly revision: number;
  /** Bytes of the key. */
  readonly keyBytes: number;
  readonly permissions: number;
  readonly owner: Buffer;
  readonly user: Buffer;
  readonly metadata: boolean;
  readonly id: Buffer;
}

const longestTrailer = 20_000;
const mostTrailers = 100;

/** The encryption that a trailer names; null where none does: the word alone, in a link or a text, means nothing. */
export function encryptionOf(bytes: Buffer): PdfEncryption | null {
  if (!bytes.includes("/Encrypt")) return null;
  const text = bytes.toString("latin1");
  for (const trailer of trailersOf(text).toReversed()) {
    const named = /\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R|(<<))/.exec(trailer);
    if (!named) continue;
    const dictionary = named[3] ? trailer.slice(named.index) : objectOf(text, named[1] ?? "", named[2] ?? "");
    return read(dictionary, stringAfter(trailer, /\/ID\s*\[\s*/));
  }
  return null;
}

/** The dictionaries at the end of each part of the file: after `trailer`, or of a stream of references. */
function trailersOf(text: string): readonly string[] {
  const plain = lastOf(text, /\btrailer\b/g).map((at) => ({ at, words: upTo(text, at, "startxref") }));
  const streams = lastOf(text, /\/Type\s{0,9}\/XRef\b/g).map((at) => {
    const before = text.slice(Math.max(0, at - longestTrailer), at);
    return { at, words: before.slice(Math.max(0, before.lastIndexOf(" obj"))) + upTo(text, at, "stream") };
  });
  return [...plain, ...streams].toSorted((a, b) => a.at - b.at).map(({ words }) => words);
}

/** Where the last ones stand: readers begin at the end, and a file that was added to has one for each time. */
function lastOf(text: string, mark: RegExp): readonly number[] {
  return [...text.matchAll(mark)].slice(-mostTrailers).map(({ index }) => index);
}

function upTo(text: string, from: number, word: string): string {
  const part = text.slice(from, from + longestTrailer);
  const end = part.indexOf(word);
  return end < 0 ? part : part.slice(0, end);
}

function objectOf(text: string, number: string, generation: string): string {
  const all = [...text.matchAll(new RegExp(`(?<!\\d)${number}\\s{1,9}${generation}\\s{1,9}obj\\b`, "g"))];
  const start = all.at(-1)?.index ?? -1;
  if (start < 0) return "";
  const end = text.indexOf("endobj", start);
  return text.slice(start, end < 0 ? start + 20_000 : end);
}

function read(dictionary: string, id: Buffer): PdfEncryption {
  const number = (name: string) => Number(new RegExp(`/${name}\\s+(-?\\d+)`).exec(dictionary)?.[1] ?? 0);
  const revision = number("R");
  const bits = number("V") === 1 ? 40 : number("V") >= 4 ? 128 : number("Length") || 40;
  return {
    standard: /\/Filter\s*\/Standard\b/.test(dictionary),
    revision,
    keyBytes: bits / 8,
    permissions: number("P"),
    owner: stringAfter(dictionary, /\/O\s*(?=[(<])/),
    user: stringAfter(dictionary, /\/U\s*(?=[(<])/),
    metadata: !/\/EncryptMetadata\s+false/.test(dictionary),
    id,
  };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** A string of a PDF, in brackets or in hexadecimal digits. */
function stringAfter(text: string, before: RegExp): Buffer {
  const found = before.exec(text);
  if (!found) return Buffer.alloc(0);
  let at = found.index + found[0].length;
  if (text[at] === "<") {
    const digits = text.slice(at + 1, text.indexOf(">", at)).replace(/\s/g, "");
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex");
  }
  let out = "";
  let depth = 0;
  for (; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "\\") {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text[at + 1] ?? "";
      out += octal
        ? String.fromCharCode(Number.parseInt(octal, 8) & 255)
        : next === "\n"
          ? ""
          : (escapes[next] ?? next);
      at += octal ? octal.length : 1;
      continue;
    }
    if (sign === "(" && depth++ === 0) continue;
    if (sign === ")" && --depth === 0) break;
    out += sign;
  }
  return Buffer.from(out, "latin1");
}
