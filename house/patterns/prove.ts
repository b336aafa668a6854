import { readFileSync, writeFileSync } from "node:fs";
import { sources } from "../sources.ts";
import { isTried, lineOf, patternsIn } from "./found.ts";
import { prove } from "./proof.ts";
import { linearAnyway } from "./reasons.ts";

/** `npm run patterns`: proves what is new among the regular expressions of the source, and writes the list anew. */
const list = new URL("proven.txt", import.meta.url);
const known = new Set(readFileSync(list, "utf8").split("\n"));
const { patterns } = patternsIn(sources().filter(isTried));
const lines = new Set<string>();
for (const pattern of patterns) {
  const line = lineOf(pattern);
  if (lines.has(line) || linearAnyway.has(line)) continue;
  const verdict = known.has(line) ? { linear: true as const } : await prove(pattern);
  if (verdict.linear) lines.add(line);
  else {
    console.log(`${pattern.path}: ${line}\n  ${verdict.why}`);
    process.exitCode = 1;
  }
}
writeFileSync(list, `${[...lines].toSorted().join("\n")}\n`);
