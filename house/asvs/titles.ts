import { existsSync, readFileSync } from "node:fs";
import type { ShownBy } from "./requirement.ts";

const lanes = ["pure", "db", "scenario"] as const;

/** What is known of a named test: it is not there; it stands in its file; or it ran, and passed or failed. */
export type Found = "absent" | "written" | "passed" | "failed";

/** Titles of tests and of their groups, as they are written: `it("…")`, `describe("…")`, `it.each(…)("…")`. */
export function titlesIn(text: string): readonly string[] {
  const calls = /(?:\b(?:it|test|describe)(?:\.[a-zA-Z]+)?|[\])])\(\s*"((?:[^"\\]|\\.)*)"\s*,/g;
  return [...text.matchAll(calls)].map((call) => JSON.parse(`"${call[1] ?? ""}"`) as string);
}

/** Looks named tests up in the files of the project. */
export function inTheTree(): (test: ShownBy) => Found {
  const known = new Map<string, readonly string[]>();
  return ({ file, title }) => {
    const titles = known.get(file) ?? (existsSync(file) ? titlesIn(readFileSync(file, "utf8")) : []);
    known.set(file, titles);
    return titles.some((one) => one.includes(title)) ? "written" : "absent";
  };
}

interface Ran {
  readonly file: string;
  readonly name: string;
  readonly passed: boolean;
}

/** Looks named tests up in the results that `npm test` leaves in a folder. */
export function inResults(folder: string): (test: ShownBy) => Found {
  const all = lanes.flatMap((lane) => readResults(`${folder}/${lane}.json`));
  return ({ file, title }) => {
    const ran = all.filter((one) => one.file.endsWith(`/${file}`) && one.name.includes(title));
    if (ran.length === 0) return "absent";
    return ran.every(({ passed }) => passed) ? "passed" : "failed";
  };
}

function readResults(file: string): readonly Ran[] {
  if (!existsSync(file)) throw new Error(`no results in ${file}: run npm test first`);
  const report = JSON.parse(readFileSync(file, "utf8")) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
    }[];
  };
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ file: name, name: fullName, passed: status === "passed" })),
  );
}
