import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isProof, sources, withoutComments } from "./sources.ts";

it("every name in the code that docs/glossary.md gives occurs there", () => {
  const rows = readFileSync("docs/glossary.md", "utf8").matchAll(/^\| [^|]+ \| ([^|]+) \| [^|]+ \|$/gm);
  const names = [...rows].flatMap(([, cell = ""]) => [...cell.matchAll(/`([\w.]+)`/g)].map(([, name = ""]) => name));
  expect(names.length).toBeGreaterThan(80);
  expect(names.length).toBe(new Set(names).size);
  const code = sources()
    .filter((source) => !isProof(source))
    .map(({ text }) => withoutComments(text))
    .join("\n");
  const known = new Set(code.match(/\w+/g));
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});
