import * as figures from "../../domain/words/statistics.ts";
import { termWords } from "../../domain/words/catalogue.ts";
import { zh as common } from "../../domain/words/zh.ts";
import * as office from "./office.ts";
import * as oversight from "./oversight.ts";
import * as papers from "./papers.ts";
import * as periodic from "./periodic.ts";
import * as statistics from "./statistics.ts";
import { zh } from "./zh.ts";

type Words = { [name: string]: string | Words };

/** Everything that the desk says; a desk works under one regulation. */
const catalogues = [
  common,
  figures,
  zh,
  office,
  oversight,
  papers,
  periodic,
  statistics,
] as unknown as readonly Words[];

/** What the catalogues say of things that every regulation calls otherwise, and what each becomes of its names. */
const ours: Readonly<Record<string, (names: Named) => string | undefined>> = {
  ...Object.fromEntries(
    Object.entries(termWords).map(([word, term]) => [word, ({ terms }: Named) => terms?.[term]] as const),
  ),
  效能台: ({ terms }) => terms?.["supervision"]?.replace(/监督$/, "").concat("台"),
  来电登记: ({ acts }) => acts?.["register"],
};

type Named = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** From now on the desk speaks as the regulation does that it works under: its names for acts and stages, for people and cases. */
export function takeOver(names: Named): void {
  for (const [word, theirsIn] of Object.entries(ours)) {
    const theirs = theirsIn(names);
    if (theirs && theirs !== word) catalogues.forEach((catalogue) => reword(catalogue, word, theirs));
  }
  for (const [part, words] of Object.entries(names)) {
    const said = (common as unknown as Words)[part];
    if (part !== "terms" && said && typeof said !== "string") Object.assign(said, words);
  }
}

function reword(words: Words, from: string, to: string): void {
  for (const [name, said] of Object.entries(words)) {
    if (typeof said === "object") reword(said, from, to);
    else if (typeof said === "string" && said.includes(from)) words[name] = said.replaceAll(from, to);
  }
}
