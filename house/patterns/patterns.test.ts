import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sources } from "../sources.ts";
import { isTried, lineOf, patternsIn } from "./found.ts";
import { prove } from "./proof.ts";
import { linearAnyway, madeOf } from "./reasons.ts";

const { patterns, made } = patternsIn(sources().filter(isTried));
const proven = new Set(readFileSync(new URL("proven.txt", import.meta.url), "utf8").split("\n"));

it("every regular expression is proven linear; a new one is proven here, `npm run patterns` adds it to the list", async () => {
  const slow: string[] = [];
  for (const pattern of new Map(patterns.map((one) => [lineOf(one), one])).values()) {
    if (proven.has(lineOf(pattern)) || linearAnyway.has(lineOf(pattern))) continue;
    const verdict = await prove(pattern);
    if (!verdict.linear) slow.push(`${pattern.path}: ${lineOf(pattern)} is ${verdict.why}`);
  }
  expect(slow).toEqual([]);
}, 120_000);

it("a pattern is put together only where it is known why that is linear", () => {
  expect([...new Set(made.map(({ path }) => path))].toSorted()).toEqual(Object.keys(madeOf).toSorted());
});

const length = 50_000;
const hostile = [" ", "0", "a", ".", "?", "。", "字", "(", "<p", "a@", "0 ", "1号", "x.", "\t\n"].map((unit) =>
  unit.repeat(length / unit.length),
);

it("no regular expression takes long over fifty thousand characters of one kind", () => {
  const slow: string[] = [];
  for (const pattern of new Map(patterns.map((one) => [lineOf(one), one])).values()) {
    const tried = new RegExp(pattern.source, pattern.flags);
    for (const text of hostile) {
      const began = performance.now();
      `${text}\u0000`.replace(tried, "");
      const millis = performance.now() - began;
      if (millis > 1000) slow.push(`${pattern.path}: ${lineOf(pattern)} took ${Math.round(millis)} ms`);
    }
  }
  expect(slow).toEqual([]);
});
