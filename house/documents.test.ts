import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { sources } from "./sources.ts";

const documents = globSync([
  "README.md",
  "README.zh-CN.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "deploy/README.md",
  "docs/*.md",
  "docs/how-to/*.md",
  ".github/**/*.md",
]).map((path) => ({ path, text: readFileSync(path, "utf8") }));
const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Readonly<Record<string, string>> };
const rooms = [
  "bench",
  "bin",
  "cli",
  "contract",
  "demo",
  "deploy",
  "desk",
  "docs",
  "domain",
  "house",
  "packs",
  "portal",
];
const path = new RegExp(`^(?:${[...rooms, "scenarios", "server", "\\.github"].join("|")})/[\\w./*-]*$`);
/** What the examples of the how-tos make: it stands in no repository. */
const examples = new Set(["desk/office/units.tsx", "packs/moonharbour-2030/index.ts", "desk/case/acts/visit.tsx"]);

const commands = new Set(
  sources()
    .filter(({ path: file }) => file.startsWith("cli/"))
    .flatMap(({ text }) => [...text.matchAll(/\.command\(\s*"([\w-]+)/g)].map(([, name = ""]) => name)),
);

/** Paths in code marks and links to files that are not there. */
function missingPaths({ path: file, text }: { readonly path: string; readonly text: string }): readonly string[] {
  const marked = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = ""]) => words.split(/[ :,]/)[0] ?? "");
  const inCode = marked.filter((words) => path.test(words) && !examples.has(words));
  const gone = inCode.filter((words) => (words.includes("*") ? globSync(words).length === 0 : !existsSync(words)));
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to = ""]) => to);
  const dead = links.filter((to) => !/^[a-z]+:/.test(to) && !existsSync(join(dirname(file), to)));
  return [...gone, ...dead].map((what) => `${file}: ${what}`);
}

/** Commands of npm and of the command line that do not exist. */
function missingCommands({ path: file, text }: { readonly path: string; readonly text: string }): readonly string[] {
  const npm = [...text.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([all, name = ""]) => ({ all, name }));
  const unknown = npm.filter(({ name }) => !(name in scripts));
  const own = [...text.matchAll(/(?:huiyin --|`huiyin) (?!--|<)([a-z][\w-]*)/g)].map(([all, name = ""]) => ({
    all,
    name,
  }));
  const strange = own.filter(({ name }) => !commands.has(name));
  return [...unknown, ...strange].map(({ all }) => `${file}: ${all}`);
}

describe("README, CONTRIBUTING and docs", () => {
  it("name files and folders that are there", () => {
    expect(documents.length).toBeGreaterThan(15);
    expect(documents.flatMap(missingPaths)).toEqual([]);
  });

  it("name commands that there are", () => {
    expect(commands.size).toBeGreaterThan(20);
    expect(documents.flatMap(missingCommands)).toEqual([]);
  });

  it("are found out when they name what is not there", () => {
    const wrong = { path: "docs/x.md", text: "`server/gone.ts`, [x](gone.md), `npm run gone`, `huiyin gone`" };
    expect([...missingPaths(wrong), ...missingCommands(wrong)]).toHaveLength(4);
  });
});
