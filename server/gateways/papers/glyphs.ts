import { openSync } from "fontkit";
import type { Paper } from "../../../domain/papers/paper.ts";
import { fill } from "../../../domain/words/fill.ts";
import { fontFiles } from "./fonts.ts";
import { printWords } from "./words.ts";

/** Stands where a character cannot be printed, as in lead type: a gap that is seen, not a blank that is missed. */
const instead = "〓";

const known = new Map<string, boolean>();
let face: ReturnType<typeof openSync> | null = null;

/** The characters of a paper that the fonts do not have, such as rare ones of names in Ext. B, each once. */
export function unprintable(paper: Paper): readonly string[] {
  return [...new Set(JSON.stringify(paper))].filter((character) => !isPrintable(character));
}

/** The paper as it can be printed: a mark for each character that the fonts lack, and a line that names them. */
export function printable(paper: Paper): Paper {
  const lacking = unprintable(paper);
  if (lacking.length === 0) return paper;
  const marked = JSON.parse(
    [...JSON.stringify(paper)].map((character) => (isPrintable(character) ? character : instead)).join(""),
  ) as Paper;
  const sentence = fill(printWords.unprintable, { mark: instead, count: lacking.length, code: codes(lacking) });
  return { ...marked, note: marked.note === null ? sentence : `${marked.note}${sentence}` };
}

/** What the fonts lack is told by its number: the character itself could not be read there either. */
function codes(characters: readonly string[]): string {
  return characters.map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase() ?? ""}`).join("、");
}

function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2e80) return true;
  let there = known.get(character);
  if (there === undefined) {
    face ??= openSync(fontFiles.song.normal);
    there = face.hasGlyphForCodePoint(code);
    known.set(character, there);
  }
  return there;
}
