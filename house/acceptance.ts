/** The acceptance checklist, one row per line with the checks that ran: `npm run acceptance`. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { lines, surfacesOf, withoutCheck } from "./acceptance-lines.ts";

const lanes = ["pure", "db", "scenario"] as const;
const folder = ".tmp/acceptance";

/** A test that carries the tag of a line, `[AC-20]`, or `[AC-20 partly]` where it proves only a part of it. */
interface Check {
  readonly test: string;
  readonly file: string;
  readonly passed: boolean;
  readonly partly: boolean;
}

interface Row {
  readonly line: number;
  readonly surface: "portal" | "desk";
  readonly title: string;
  readonly verdict: "pass" | "partly" | "failed" | "later" | "notBuilt";
  readonly checks: readonly Check[];
  readonly why: string | null;
}

const { values: asked } = parseArgs({ options: { json: { type: "boolean" }, "from-results": { type: "boolean" } } });
const results = asked["from-results"] ? ".tmp/results" : folder;
if (!asked["from-results"]) runTaggedTests();
const checks = readChecks();
const rows = lines.flatMap(([line, title]) => surfacesOf(line).map((surface) => rowOf(line, title, surface)));
if (asked.json) console.log(JSON.stringify({ totals: totals(), lines: rows }, null, 2));
else printTable();
process.exitCode = rows.some((row) => row.verdict === "failed") ? 1 : 0;

function runTaggedTests(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const lane of lanes) {
    const words = [
      "run",
      "--project",
      lane,
      "-t",
      "AC-[0-9]",
      "--reporter=json",
      `--outputFile=${folder}/${lane}.json`,
    ];
    spawnSync("vitest", words, { stdio: ["ignore", "ignore", "inherit"] });
  }
}

function readChecks(): ReadonlyMap<number, readonly Check[]> {
  const found = new Map<number, Check[]>();
  for (const lane of lanes) {
    const file = `${results}/${lane}.json`;
    if (!existsSync(file)) throw new Error(`no results of the lane ${lane}: it did not run`);
    const report = JSON.parse(readFileSync(file, "utf8")) as {
      testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
    };
    for (const { name, assertionResults } of report.testResults) {
      for (const { fullName, status } of assertionResults) {
        if (status !== "passed" && status !== "failed") continue;
        for (const { line, partly } of tagsOf(fullName)) {
          const check = { test: fullName.trim(), file: pathOf(name), passed: status === "passed", partly };
          found.set(line, [...(found.get(line) ?? []), check]);
        }
      }
    }
  }
  return found;
}

/** The lines named between brackets in the name of a test, `[AC-20 AC-21]`, `[AC-7 partly]`. */
function tagsOf(name: string): readonly { readonly line: number; readonly partly: boolean }[] {
  const lists = [...name.matchAll(/\[([^\]]+)\]/g)].map((found) => found[1] ?? "");
  return lists.flatMap((list) =>
    [...list.matchAll(/AC-(\d+)/g)].map((found) => ({ line: Number(found[1]), partly: /\bpartly\b/.test(list) })),
  );
}

function pathOf(file: string): string {
  return file.slice(file.search(/(scenarios|server|domain|packs|house|cli|contract|demo|portal|desk)\//));
}

function rowOf(line: number, title: string, surface: Row["surface"]): Row {
  const own = (checks.get(line) ?? []).filter(
    (check) => surfacesOf(line).length === 1 || surfaceOf(check) !== other(surface),
  );
  const why = withoutCheck[line]?.why ?? null;
  if (own.length === 0) {
    return {
      line,
      surface,
      title,
      verdict: withoutCheck[line]?.verdict ?? "notBuilt",
      checks: [],
      why: why ?? "no check",
    };
  }
  const whole = own.some((check) => !check.partly);
  const verdict = own.some((check) => !check.passed) ? "failed" : whole ? "pass" : "partly";
  return { line, surface, title, verdict, checks: own, why: verdict === "partly" ? why : null };
}

/** Which surface a test looks at, where its file or name says so. */
function surfaceOf({ file, test }: Check): "portal" | "desk" | null {
  const portal = /portal/.test(file) || /portal/.test(test);
  const desk = /desk|all-roles/.test(file) || /desk/.test(test);
  return portal === desk ? null : portal ? "portal" : "desk";
}

function other(surface: Row["surface"]): Row["surface"] {
  return surface === "portal" ? "desk" : "portal";
}

function totals(): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const of = (surface: Row["surface"]) => {
    const own = rows.filter((row) => row.surface === surface);
    const counted = Object.entries(Object.groupBy(own, (row) => row.verdict)).map(([verdict, list]) => [
      verdict,
      list.length,
    ]);
    return { of: own.length, ...(Object.fromEntries(counted) as Record<string, number>) };
  };
  return { portal: of("portal"), desk: of("desk") };
}

function printTable(): void {
  for (const { line, surface, title, verdict, checks: own, why } of rows) {
    const shown = own.map((check) => check.file).filter((file, i, all) => all.indexOf(file) === i);
    console.log(
      `${String(line).padStart(3)} ${surface.padEnd(6)} ${verdict.padEnd(8)} ${title}; ${why ?? shown.join(", ")}`,
    );
  }
  for (const [surface, counted] of Object.entries(totals())) {
    const parts = Object.entries(counted).map(([verdict, n]) => `${verdict} ${n}`);
    console.log(`\n${surface}: ${parts.join(", ")}`);
  }
}
