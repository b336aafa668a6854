import { describe, expect, it } from "vitest";
import { packs } from "../packs/index.ts";
import { isProof, sources, withoutComments } from "./sources.ts";

const code = sources().filter((source) => !isProof(source) && !source.path.startsWith("bench/"));
const han = /\p{Script=Han}/u;

/** Where Chinese sentences stand: catalogues, packs, the demo city, the names of routes. */
const catalogues = /(^packs\/)|(^demo\/)|((^|\/)words(\/|\.ts$))/;
/** Words of the law and of old files that code must recognise, and the names that the contract gives to its routes. */
const readers = new Set([
  "server/record/mask.ts",
  "domain/barring/cues/around.ts",
  "domain/barring/cues/codes.ts",
  "domain/barring/cues/dwellings.ts",
  "domain/barring/cues/mail.ts",
  "domain/barring/cues/names.ts",
  "domain/barring/cues/numerals.ts",
  "domain/barring/cues/surnames.ts",
  "desk/office/calendar-lines.ts",
  "desk/office/read-notice.ts",
  "domain/calendar/year-check.ts",
  "domain/case/chapters/unfilled.ts",
  "cli/history/columns.ts",
  "cli/packs/beginning.ts",
  "cli/history/spelt-times.ts",
  "cli/history/times.ts",
  "bin/installed.mjs",
  "bin/audit-words.mjs",
  "server/http/portal/reading.ts",
  "domain/office/initials.ts",
]);
const routeName = /^\s*(summary|tag): "[^"]*",?$/;

describe("every sentence stands in a catalogue", () => {
  it("no Chinese in code outside them", () => {
    const strays = code
      .filter(({ path }) => !catalogues.test(path) && !readers.has(path))
      .flatMap(({ path, text }) => {
        const lines = withoutComments(text).split("\n");
        return lines
          .filter((line) => han.test(line) && !(path.startsWith("contract/") && routeName.test(line)))
          .map((line) => `${path}: ${line.trim()}`);
      });
    expect(strays).toEqual([]);
  });

  it("the words that we are held to are typeset as Chinese is", () => {
    const wrong = [
      /\p{Script=Han}[,;:!?](?!\d)/u,
      /\p{Script=Han}\(|\)\p{Script=Han}/u,
      /\p{Script=Han}\.(?![\w.])/u,
      /\.\.\.|。。|，，/,
    ];
    const found = code
      .filter(({ path }) => catalogues.test(path) && !/clauses\.ts$|\.gen\.ts$/.test(path))
      .flatMap(({ path, text }) => {
        const said = [...withoutComments(text).matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`/g)].map(
          (m) => m[1] ?? m[2] ?? "",
        );
        const read = said.filter((words) => han.test(words.replace(/\{[^}]*\}/g, "")));
        const bad = read.filter((words) => wrong.some((shape) => shape.test(words.replace(/\$?\{[^}]*\}/g, "某"))));
        return bad.map((words) => `${path}: ${words}`);
      });
    expect(found).toEqual([]);
  });
});

describe("the regulation is data", () => {
  it("[FZ-1] engine, server, portal and desk name no jurisdiction: one platform, any pack", () => {
    const names = new Set([
      ...packs.flatMap((pack) => [pack.id, pack.jurisdiction]),
      "福州",
      "杭州",
      "浙江",
      "印台",
      "铜川",
      "鄞州",
      "滨州",
    ]);
    const rooms = /^(domain|contract|server|portal|desk)\//;
    const named = code
      .filter(({ path }) => rooms.test(path))
      .flatMap(({ path, text }) =>
        [...names].filter((name) => withoutComments(text).includes(name)).map((name) => `${path}: ${name}`),
      );
    expect(packs.length).toBeGreaterThan(0);
    expect(named).toEqual([]);
  });
});
