import { existsSync, globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { sources } from "./sources.ts";

const documents = globSync(["*.md", "docs/**/*.md", "deploy/*.md"]);
const names = new Set(documents.map((path) => basename(path)));
const documented = documents.map((path) => readFileSync(path, "utf8")).join("\n");

/** Comments of a source: blocks, and lines that begin with two strokes. */
function commentsOf(text: string): readonly string[] {
  return [...text.matchAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm)].map(([comment]) => comment);
}

/** What a comment cites that nobody with this repository alone can look up. */
function missingIn(comment: string): readonly string[] {
  const files = [...comment.matchAll(/[\w/.-]*\w\.(?:md|yaml)\b/g)]
    .map(([path]) => path)
    .filter((path) => !existsSync(path) && !names.has(basename(path)));
  // Rows of lists of open questions and terms, `C-63`; clauses of regulations have more letters or digits.
  const rows = (comment.match(/(?<![\w-])[CT]-\d\d(?![\w-])/g) ?? []).filter((row) => !documented.includes(row));
  const texts = comment.match(/\b(?:experience brief|findings\/|shared\/|the brief\b)/g) ?? [];
  return [...files, ...rows, ...texts];
}

describe("what comments cite", () => {
  it("stands in this repository", () => {
    const cited = sources()
      .filter(({ path }) => path !== "house/citations.test.ts")
      .flatMap(({ path, text }) =>
        commentsOf(text)
          .flatMap(missingIn)
          .map((what) => `${path}: ${what}`),
      );
    expect(cited).toEqual([]);
  });

  it("is found missing where it is", () => {
    expect(missingIn("/** As law.md T-99 says (the brief). */")).toEqual(["law.md", "T-99", "the brief"]);
    expect(missingIn("/** See docs/architecture.md; FZ-8.2-1. */")).toEqual([]);
  });
});
