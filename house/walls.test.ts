import { describe, expect, it } from "vitest";
import { codeOf, isProof, roomOf, type Source, sources, withoutComments } from "./sources.ts";
import { walls } from "./walls.ts";
import { ownedPackages, pureRooms, readersOfTheEnvironment } from "./packages.ts";

const all = sources();
const code = all.filter((source) => !isProof(source) || source.path.startsWith("scenarios/"));

describe("walls", () => {
  it("a room imports only the rooms below it", () => {
    expect(
      code.flatMap((source) =>
        source.files.filter((to) => !mayImport(source.path, to)).map((to) => `${source.path} → ${to}`),
      ),
    ).toEqual([]);
  });

  it("the reader of imports sees them: the wall between desk and server holds a planted import", () => {
    expect(mayImport("desk/main.tsx", "server/house.ts")).toBe(false);
    expect(mayImport("server/store/db.ts", "server/gateways/mail.ts")).toBe(false);
    expect(mayImport("packs/fuzhou-2007/index.ts", "packs/other-2012/index.ts")).toBe(false);
    expect(mayImport("server/actions/a.ts", "server/actions/b.ts")).toBe(false);
    expect(code.flatMap((source) => source.files).length).toBeGreaterThan(800);
  });

  it("every imported file exists", () => {
    const paths = new Set(all.map(({ path }) => path));
    const missing = all.flatMap(({ path, files }) =>
      files.filter((to) => /\.(ts|tsx|mjs)$/.test(to) && !paths.has(to)).map((to) => `${path} → ${to}`),
    );
    expect(missing).toEqual([]);
  });

  it("who may read which case is asked in one place: no other query looks at the table of sights", () => {
    const asks = all.filter(({ path, text }) => path.startsWith("server/") && text.includes("case_sight"));
    const own = [
      "server/store/case/save-duties.ts",
      "server/store/case/sight.ts",
      "server/store/schema.gen.ts",
      "server/store/trust/vouched-rows.ts",
      "server/store/rebuilding/kept-rows.ts",
      "server/store/rebuilding/rewrite.ts",
    ];
    expect(asks.map(({ path }) => path).filter((path) => !own.includes(path))).toEqual([]);
  });

  it("nobody but tests imports scenarios and bench", () => {
    const outside = code.filter(({ path }) => !/^(scenarios|bench)\//.test(path));
    expect(
      outside.filter(({ files }) => files.some((to) => /^(scenarios|bench)\//.test(to))).map(({ path }) => path),
    ).toEqual([]);
  });

  it("a package stays in the rooms that own it", () => {
    const strays = code
      .filter(({ path }) => !/^(scenarios|bench|house)\//.test(path))
      .flatMap((source) => strayPackages(source));
    expect(strays).toEqual([]);
  });

  it("the engine and the packs import no package and know neither clock nor chance nor machine", () => {
    const pure = code.filter(({ path }) => pureRooms.test(path) && !path.startsWith("packs/holidays/"));
    const impure = /\b(process|Date\.now|new Date\(\)|Math\.random|crypto|fetch|setTimeout|performance|globalThis)\b/;
    expect(
      pure
        .filter(({ packages, text }) => packages.length > 0 || text.includes('"node:') || impure.test(codeOf(text)))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it("words in a clause are no code: a title may speak of performance and process, a call of fetch is found", () => {
    expect(codeOf('{ title: "Part of performance in the process" }')).not.toMatch(/performance|process/);
    expect(codeOf("const x = `${process.cwd()} 'a' \"b\"`; fetch('x')")).toMatch(/process.*fetch/s);
  });

  it("one file of the server reads the environment", () => {
    const readers = code.filter(({ text }) => /\bprocess\.env\b/.test(withoutComments(text)));
    expect(
      readers.map(({ path }) => path).filter((path) => !readersOfTheEnvironment.some((room) => path.startsWith(room))),
    ).toEqual([]);
  });
});

function mayImport(from: string, to: string): boolean {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === "server/actions" && there === here) return false;
  if (here === there || !/\.(ts|tsx|mjs)$/.test(to)) return true;
  const below = walls[here] ?? (here.startsWith("packs/") ? walls["packs/*"] : undefined) ?? [];
  return below.some((room) => room === there || (room.endsWith("/*") && there.startsWith(room.slice(0, -1))));
}

function strayPackages({ path, packages }: Source): readonly string[] {
  return packages
    .filter((name) => ownedPackages[name] && !ownedPackages[name].includes(roomOf(path)))
    .map((name) => `${path} → ${name}`);
}
