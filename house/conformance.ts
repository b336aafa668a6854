/**
 * Clause → pack entry → test → result: `npm run conformance`. A clause is proven when a passing test names it and, while
 * that test ran, the product evaluated an entry that serves it. Fails on a binding clause that no passing test names; with
 * `--strict` on every binding clause that is not proven.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { citations } from "../domain/rules/citations.ts";
import type { Force } from "../domain/rules/clause.ts";
import type { Pack } from "../domain/rules/pack.ts";
import { packs, written } from "../packs/index.ts";
import { namedClauses } from "./trace/named.ts";

const lanes = ["pure", "db", "scenario"] as const;
const folder = ".tmp/results";

/**
 * `proven`: evaluated while a passing test named it. `touched`: such a test only read the entry, or its data with itself.
 * `named only`: no entry was read. `failed`: a test that names it failed. `unnamed`: no test names it.
 */
const grades = ["proven", "touched", "named only", "failed", "unnamed"] as const;
type Grade = (typeof grades)[number];

interface NamedTest {
  readonly name: string;
  readonly passed: boolean;
  readonly evaluated: readonly string[];
  readonly touched: readonly string[];
}

/** A test in the report of a lane; `meta` is written by trace/setup.ts. */
interface TestReport {
  readonly fullName: string;
  readonly status: string;
  readonly meta?: { readonly clauses?: { readonly evaluated: readonly string[]; readonly touched: readonly string[] } };
}

/** What is known of one clause. */
interface ClauseRow {
  readonly id: string;
  readonly pack: string;
  readonly force: Force;
  readonly grade: Grade;
  readonly tests: readonly string[];
  readonly entries: readonly string[];
  readonly noted?: string;
}

const { values: asked } = parseArgs({
  options: { json: { type: "boolean" }, "from-results": { type: "boolean" }, strict: { type: "boolean" } },
});
if (!asked["from-results"]) runTests();
const rows = clauseRows(readTests());
const missing: readonly Grade[] = asked.strict ? grades.filter((grade) => grade !== "proven") : ["failed", "unnamed"];
const lacking = rows.filter((row) => row.force !== "inform" && missing.includes(row.grade));
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
      testResults: { assertionResults: TestReport[] }[];
    };
    const all = report.testResults.flatMap((result) => result.assertionResults);
    return all.map(({ fullName, status, meta }) => ({
      name: fullName.trim(),
      passed: status === "passed",
      evaluated: meta?.clauses?.evaluated ?? [],
      touched: meta?.clauses?.touched ?? [],
    }));
  });
}

function gradeOf(id: string, named: readonly NamedTest[]): Grade {
  if (named.length === 0) return "unnamed";
  if (!named.every((test) => test.passed)) return "failed";
  if (named.some((test) => test.evaluated.includes(id))) return "proven";
  return named.some((test) => test.touched.includes(id)) ? "touched" : "named only";
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
        grade: gradeOf(clause.id, named),
        tests: named.map((test) => test.name),
        entries: [...new Set((cited.get(clause.id) ?? []).map(([, part]) => part))],
        ...(clause.noted ? { noted: clause.noted } : {}),
      };
    });
  });
}

function byPack(): Readonly<Record<string, object>> {
  const groups = Object.entries(Object.groupBy(rows, (row) => row.pack));
  return Object.fromEntries(
    groups.map(([pack, own = []]) => {
      const binding = own.filter((row) => row.force !== "inform").length;
      const counts = Object.fromEntries(
        grades.map((grade) => [grade, own.filter((row) => row.grade === grade).length]),
      );
      const unproven = own.filter((row) => row.grade !== "proven").map((row) => row.id);
      return [pack, { clauses: own.length, binding, ...counts, unproven }];
    }),
  );
}

function printTable(): void {
  for (const row of rows) {
    console.log(
      `${row.id.padEnd(10)} ${row.force.padEnd(7)} ${row.grade.padEnd(10)} ${row.tests.length} tests; ${row.entries.join(", ") || row.noted || "no entry"}`,
    );
  }
  for (const row of lacking) console.log(`\n${row.id} (${row.force}) of ${row.pack} is ${row.grade}, not proven.`);
  const counts = grades.map((grade) => `${rows.filter((row) => row.grade === grade).length} ${grade}`);
  console.log(`\n${rows.length} clauses: ${counts.join(", ")}`);
  console.log(`${rows.length - lacking.length} passed, ${lacking.length} failed`);
}
