import { zh as common } from "../../domain/words/zh.ts";
import * as office from "./office.ts";
import * as oversight from "./oversight.ts";
import * as papers from "./papers.ts";
import * as statistics from "./statistics.ts";
import { zh } from "./zh.ts";

type Words = { [name: string]: string | Words };

/** Everything that the desk says; a desk works under one regulation. */
const catalogues = [common, zh, office, oversight, papers, statistics] as unknown as readonly Words[];

/** What the catalogues call the two things that every regulation calls otherwise. */
const ours = { petitioner: "诉求人", case: "诉求件" } as const;

/** From now on the desk speaks as the regulation does that it works under: its names for acts and stages, for people and cases. */
export function takeOver(names: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  const { terms = {}, ...parts } = names;
  for (const [name, word] of Object.entries(ours)) {
    const theirs = terms[name];
    if (theirs && theirs !== word) catalogues.forEach((catalogue) => reword(catalogue, word, theirs));
  }
  for (const [part, words] of Object.entries(parts)) {
    const said = (common as unknown as Words)[part];
    if (said && typeof said !== "string") Object.assign(said, words);
  }
}

function reword(words: Words, from: string, to: string): void {
  for (const [name, said] of Object.entries(words)) {
    if (typeof said === "object") reword(said, from, to);
    else if (typeof said === "string" && said.includes(from)) words[name] = said.replaceAll(from, to);
  }
}
