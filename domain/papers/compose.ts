import type { PaperKind } from "../rules/paper.ts";
import { fill } from "../words/fill.ts";
import { paperDate, paperWords } from "../words/papers.ts";
import { namesOf } from "./addressee.ts";
import { blocksOf, type SaidPart } from "./blocks.ts";
import { type CaseFile, nameOf } from "./file.ts";
import type { Composed, Missing } from "./paper.ts";
import { postholder } from "./plain-source.ts";
import { sourceText } from "./source.ts";

/** Draws a paper up from the case, and says what is still missing. `number`: its number, once it has one. */
export function composePaper(kind: PaperKind, file: CaseFile, number: string | null): Composed {
  const said = kind.parts.map((part): SaidPart => ({ part, text: sourceText(part.from, file) }));
  const names = kind.to ? namesOf(kind.to, file) : [];
  const copies = kind.copyTo ? namesOf(kind.copyTo, file) : [];
  const paper = {
    layout: kind.layout,
    organ: nameOf(file.office, file.maker.orgId),
    number,
    signer: kind.signedBy ? { label: paperWords.signer, name: postholder(file, kind.signedBy) } : null,
    title: (kind.heading ? sourceText({ words: kind.heading }, file) : null) ?? kind.title,
    addressee: names.length > 0 ? fill(paperWords.addressee, { names }) : null,
    blocks: blocksOf(said),
    date: file.today,
    dated: paperDate(file.today),
    copies: copies.length > 0 ? fill(paperWords.copies, { names: copies }) : null,
    note: kind.supplied ? null : paperWords.noText,
  };
  return { paper, missing: missingIn(said) };
}

function missingIn(said: readonly SaidPart[]): readonly Missing[] {
  return said
    .filter(({ part, text }) => part.required && text === null)
    .map(({ part: { label, from } }) => ({
      label,
      written: typeof from === "object" && "written" in from ? from.written : null,
    }));
}
