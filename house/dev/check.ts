import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Ended, root, runTool } from "./run-tool.ts";
import { watchFolders } from "./watch-folders.ts";

/**
 * `npm run check`: format, lint, types and the pure tests that a change may reach. The whole is `npm test`.
 * `--all`: lint of every file and every pure test. `--watch`: again after every save.
 */
const { values } = parseArgs({ options: { all: { type: "boolean" }, watch: { type: "boolean" } } });
const source = /\.(ts|tsx|mjs)$/;
/** Vitest would run everything for it, and no test imports it. */
const notForTests = /(^|\/)vite\.config\.ts$/;
/** Tests that read sources or documents as text: no import tells that a change reaches them. */
const readers = ["house", "server/store/trust/writing.test.ts"];
/** It leads ten thousand lives through the engine; a change of the engine reaches it by import. */
const slow = /^house\/frozen\//;
const notKept = new Set(["node_modules", "dist", "data", ".tmp", ".git"]);

mkdirSync(`${root}.tmp/check`, { recursive: true });
process.exitCode = (await checkOnce()) ? 0 : 1;
if (values.watch === true) watchAndCheck();

/** Starts all of them at once and prints what each of them found; true when all hold. */
async function checkOnce(): Promise<boolean> {
  const started = performance.now();
  const files = values.all === true ? null : changedSources();
  const checks: readonly (readonly [string, Promise<Ended>])[] = [
    ["format", runTool("biome", ["format", "."])],
    ["types", types("all", ".")],
    ["types of the desk", types("desk", "desk/tsconfig.json")],
    ["lint", lint(files)],
    ["pure tests", pureTests(files)],
  ];
  let sound = true;
  for (const [name, running] of checks) {
    const { code, said, seconds } = await running;
    console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
    if (code !== 0) console.log(said);
    sound &&= code === 0;
  }
  const reach = files === null ? "everything" : `${files.length} changed sources and what imports them`;
  console.log(`${sound ? "ok" : "FAILED"}: ${reach}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return sound;
}

/** What was found the last time is kept, so that only what changed is checked again. */
function types(name: string, project: string): Promise<Ended> {
  const kept = `.tmp/check/${name}.tsbuildinfo`;
  return runTool("tsc", ["--noEmit", "--incremental", "--tsBuildInfoFile", kept, "-p", project]);
}

function lint(files: readonly string[] | null): Promise<Ended> {
  if (files?.length === 0) return Promise.resolve({ code: 0, said: "", seconds: 0 });
  return runTool("oxlint", ["--quiet", ...(files ?? [])]);
}

function pureTests(files: readonly string[] | null): Promise<Ended> {
  const how = ["--project", "pure", "--reporter=dot"];
  if (files === null) return runTool("vitest", ["run", ...how]);
  const changed = files.filter((file) => !notForTests.test(file));
  return runTool("vitest", ["related", "--run", ...how, ...testsIn(readers), ...changed]);
}

function testsIn(places: readonly string[]): readonly string[] {
  return git("ls-files", "--cached", "--others", "--exclude-standard", "--", ...places).filter(
    (file) => file.endsWith(".test.ts") && !slow.test(file) && existsSync(`${root}${file}`),
  );
}

/** Sources that differ from where the branch left the main one; on the main branch, from the last commit. */
function changedSources(): readonly string[] {
  const changed = git("diff", "--name-only", "--diff-filter=d", forkedAt());
  const fresh = git("ls-files", "--others", "--exclude-standard");
  return [...new Set([...changed, ...fresh])].filter((file) => source.test(file));
}

function forkedAt(): string {
  for (const main of ["origin/main", "main"]) {
    const [base] = git("merge-base", "HEAD", main);
    if (base !== undefined) return base;
  }
  return "HEAD";
}

/** The lines that git says; none when it fails. */
function git(...words: readonly string[]): readonly string[] {
  try {
    const said = execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return said.split("\n").filter(Boolean);
  } catch {
    return [];
  }
}

/** What is saved during a round is checked in the next one. */
function watchAndCheck(): void {
  let busy = false;
  let again = false;
  const round = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      console.log("");
      await checkOnce();
    } while (again);
    busy = false;
  };
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notKept.has(entry.name))
    .map((entry) => `${root}${entry.name}`);
  watchFolders(
    folders,
    (name) => /\.(ts|tsx|mjs|json|sql|md|txt)$/.test(name),
    () => void round(),
  );
  console.log("watching; Ctrl+C ends");
}
