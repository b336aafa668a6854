import { readFileSync } from "node:fs";

/** Places that put a pattern together, and why what they make is linear. */
export const madeOf: Readonly<Record<string, string>> = {
  "server/http/other-ways.ts": "addresses of the contract, each part `[^/]+` between two slashes",
  "server/gateways/file-kinds/pdf-parts.ts": "numbers of an object or a name from our own list between fixed words",
  "domain/words/reply.ts":
    "our own sentence, anchored to the start of a line, one class up to a sign that is not in it",
  "domain/words/danger/danger.ts": "our own words after at most four digits, nothing repeated",
  "domain/barring/cues/codes.ts":
    "our own words with repetitions of at most some dozens, tried on hostile texts (domain/barring, the test of long texts)",
  "domain/barring/cues/dwellings.ts":
    "our own words with repetitions of at most some dozens, tried on hostile texts (domain/barring, the test of long texts)",
  "domain/barring/cues/mail.ts":
    "our own words with repetitions of at most some dozens, tried on hostile texts (domain/barring, the test of long texts)",
  "domain/barring/cues/names.ts":
    "our own words with repetitions of at most some dozens, tried on hostile texts (domain/barring, the test of long texts)",
  "domain/barring/held.ts":
    "our own words with repetitions of at most some dozens, tried on hostile texts (domain/barring, the test of long texts)",
  "domain/barring/plain.ts":
    "our own words with repetitions of at most some dozens, tried on hostile texts (domain/barring, the test of long texts)",
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
