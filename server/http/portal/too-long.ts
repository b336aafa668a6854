import { cleanWords } from "../../../domain/words/clean.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../portal/words/zh.ts";

/** Words of a form, whole and as they were typed. */
export function wordsOf(typed: unknown): string {
  return cleanWords(typeof typed === "string" ? typed : "");
}

/** What is said of words that are more than may be sent: by how many characters; nothing is cut off. */
export function tooLong(name: string, words: string, most: number): Readonly<Record<string, string>> | null {
  const n = [...words.trim()].length - most;
  return n > 0 ? { [name]: fill(zh.filing.errWordsLong, { n }) } : null;
}
