/** Clause → pack entry → test → result: `npm run conformance`. Fails on a binding clause that no passing test names. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { citations } from "../domain/rules/citations.ts";
import type { Force } from "../domain/rules/clause.ts";
import type { Pack } from "../domain/rules/pack.ts";
import { packs, written } from "../packs/index.ts";

const lanes = ["pure", "db", "scenario"] as const;
const folder = ".tmp/results";

interface NamedTest {
  readonly name: string;
  readonly passed: boolean;
}

/** What is known of one clause. */
interface ClauseRow {
  readonly id: string;
  readonly pack: string;
  readonly force: Force;
  /** A test that names it ran and passed, and none that names it failed. Nothing has to be proven of an `inform` clause. */
  readonly proven: boolean;
  readonly tests: readonly string[];
  readonly entries: readonly string[];
  readonly noted?: string;
}

const { values: asked } = parseArgs({ options: { json: { type: "boolean" }, "from-results": { type: "boolean" } } });
if (!asked["from-results"]) runTests();
const rows = clauseRows(readTests());
const lacking = rows.filter((row) => row.force !== "inform" && !row.proven);
if (asked.json) console.log(JSON.stringify({ clauses: rows, byPack: byPack() }, null, 2));
else printTable();
process.exitCode = lacking.length > 0 ? 1 : 0;

function runTests(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const lane of lanes) {
    const words = ["run", "--project", lane, "--reporter=json", `--outputFile=${folder}/${lane}.json`];
    spawnSync("vitest", words, { stdio: ["ignore", "ignore", "inherit"] });
  }
}

function readTests(): readonly NamedTest[] {
  return lanes.flatMap((lane) => {
    const file = `${folder}/${lane}.json`;
    if (!existsSync(file)) throw new Error(`no results of the lane ${lane}: it did not run`);
    const report = JSON.parse(readFileSync(file, "utf8")) as {
      testResults: { assertionResults: { fullName: string; status: string }[] }[];
    };
    const all = report.testResults.flatMap((result) => result.assertionResults);
    return all.map(({ fullName, status }) => ({ name: fullName.trim(), passed: status === "passed" }));
  });
}

function clauseRows(tests: readonly NamedTest[]): readonly ClauseRow[] {
  const byClause = new Map<string, NamedTest[]>();
  for (const test of tests) {
    for (const id of namedClauses(test.name)) byClause.set(id, [...(byClause.get(id) ?? []), test]);
  }
  return written.flatMap(({ id, clauses }) => {
    const pack = packs.find((whole) => whole.id === id) as Pack;
    const cited = Map.groupBy(citations(pack), ([clause]) => clause);
    return clauses.map((clause) => {
      const named = byClause.get(clause.id) ?? [];
      return {
        id: clause.id,
        pack: pack.id,
        force: clause.force,
        proven: named.length > 0 && named.every((test) => test.passed),
        tests: named.map((test) => test.name),
        entries: [...new Set((cited.get(clause.id) ?? []).map(([, part]) => part))],
        ...(clause.noted ? { noted: clause.noted } : {}),
      };
    });
  });
}

/** Clause ids between brackets in the name of a test, `[FZ-8.2-1 FZ-9-3]`. */
function namedClauses(name: string): readonly string[] {
  const lists = [...name.matchAll(/\[([^\]]+)\]/g)].map((found) => found[1] ?? "");
  return [...new Set(lists.flatMap((list) => list.match(/[A-Z][A-Z0-9]*-[0-9][A-Za-z0-9.-]*/g) ?? []))];
}

function byPack(): Readonly<Record<string, object>> {
  const groups = Object.entries(Object.groupBy(rows, (row) => row.pack));
  return Object.fromEntries(
    groups.map(([pack, own = []]) => {
      const binding = own.filter((row) => row.force !== "inform");
      const proven = binding.filter((row) => row.proven).length;
      const unproven = binding.filter((row) => !row.proven).map((row) => row.id);
      return [pack, { clauses: own.length, binding: binding.length, proven, unproven }];
    }),
  );
}

function printTable(): void {
  for (const row of rows) {
    const mark = row.proven ? "proven" : row.force === "inform" ? "noted" : "NOT PROVEN";
    console.log(
      `${row.id.padEnd(10)} ${row.force.padEnd(7)} ${mark.padEnd(11)} ${row.tests.length} tests; ${row.entries.join(", ") || row.noted || "no entry"}`,
    );
  }
  for (const row of lacking)
    console.log(`\n${row.id} (${row.force}) is claimed by ${row.pack} and proven by no passing test.`);
  console.log(`\n${rows.length - lacking.length} passed, ${lacking.length} failed`);
}
