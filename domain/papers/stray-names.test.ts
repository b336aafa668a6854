import { describe, expect, it } from "vitest";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import { packs } from "../../packs/index.ts";
import { standing } from "../rules/layers.ts";
import type { PaperKind, Source } from "../rules/paper.ts";
import { strayNames } from "./stray-names.ts";

const [some] = fuzhou2007.papers;
const withSource = (from: Source) => {
  const kind = { ...some, id: "p", parts: [{ label: "某", from }] } as PaperKind;
  return strayNames({ ...fuzhou2007, papers: [kind] });
};

describe("the names that papers use", () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))("%s: every one leads somewhere", (_id, pack) => {
    expect(strayNames(standing(pack, packs))).toEqual([]);
  });

  it.each<[string, Source]>([
    ["a duty that is none", { duty: "nowhere" }],
    ["an extension of a duty that is none", { extension: "newDay", duty: "nowhere" }],
    ["a reply part that is none", { replyPart: "nowhere" }],
    ["a formality that is none", { formality: "nowhere", field: "day" }],
    ["the time of a formality that is none", { formality: "nowhere", said: "on" }],
    ["a word that is none", { words: "某{nowhere}" }],
    ["a source within words", { words: "某{due}", with: { due: { duty: "nowhere" } } }],
  ])("%s is found", (_what, source) => {
    expect(withSource(source)).toEqual(["p: nowhere"]);
  });

  it("the word of a number knows the organ alone", () => {
    const kind = { ...some, id: "p", parts: [], numberWord: "{organ}{place}信" } as unknown as PaperKind;
    expect(strayNames({ ...fuzhou2007, papers: [kind] })).toEqual(["p: place"]);
  });
});
