import { readFileSync } from "node:fs";

/** Places that put a pattern together, and why what they make is linear. */
export const madeOf: Readonly<Record<string, string>> = {
  "server/http/other-ways.ts": "addresses of the contract, each part `[^/]+` between two slashes",
  "server/gateways/file-kinds/pdf-parts.ts": "numbers of an object or a name from our own list between fixed words",
  "server/gateways/file-kinds/active/pdf-scripts.ts":
    "fixed words with a gap between them that is bounded twice, or the number of one object",
  "domain/words/reply.ts":
    "our own sentence, anchored to the start of a line, one class up to a sign that is not in it",
  "domain/words/danger/danger.ts": "our own words after at most four digits, nothing repeated",
  "domain/barring/patterns.ts": "a pattern of the list once more, with the flag that asks for places",
  "domain/barring/plain.ts": "one sign, nothing repeated",
  "domain/barring/held.ts":
    "the signs of a name in their order, between each two at most six marks, which no sign of a name is",
  "domain/barring/cues/codes.ts":
    "every repetition bounded; a test tries 20,000 hostile characters (spellings.test.ts)",
  "domain/barring/cues/dwellings.ts": "every repetition bounded; tried by the same test",
  "domain/barring/cues/mail.ts": "tried on windows of 160 characters only; labels of at most 63",
  "domain/barring/cues/names.ts": "every repetition bounded; tried by the same test",
};

/** Patterns that the search takes for slow though nothing in them repeats without bound; each line with its reason. */
export const linearAnyway: ReadonlyMap<string, string> = new Map(
  readFileSync(new URL("linear-anyway.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [pattern = "", reason = ""] = line.split("\t");
      return [pattern, reason];
    }),
);
