// `npm test`: every check there is, on a fresh clone too. The last line is `N passed, N failed`.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root } from "./installed.mjs";
import { toolEnvironment } from "./project-node.mjs";

const results = join(root, ".tmp", "results");
const checks = [
  ["format", "biome", ["format", "."]],
  ["lint", "oxlint", ["--quiet"]],
  ["types", "tsc", ["--noEmit", "-p", "."]],
  ["types of the desk", "tsc", ["--noEmit", "-p", "desk/tsconfig.json"]],
  ["desk builds", "vite", ["build", "-c", "desk/vite.config.ts", "--logLevel", "warn"]],
];
const lanes = ["pure", "db", "scenario"];

ensureInstalled();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const tally = { passed: 0, failed: 0 };
for (const [name, command, words] of checks) await check(name, command, words);
for (const lane of lanes) await runLane(lane);
await check("conformance", "node", ["--import", "tsx", "house/conformance.ts", "--from-results"], lastLines);
await check("acceptance", "node", ["--import", "tsx", "house/acceptance.ts", "--from-results"], lastLines);
await check("asvs, dengbao", "node", ["--import", "tsx", "house/asvs/main.ts", "--brief", "--from-results"], lastTwo);
await check("sbom", "node", ["--import", "tsx", "house/sbom/main.ts", "--check"], lastLines);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;

/** A check that holds or does not; what it said is shown when it does not. */
async function check(name, command, words, show = (said) => said) {
  const { code, said, seconds } = await run(command, words, false);
  tally[code === 0 ? "passed" : "failed"] += 1;
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (code !== 0) console.log(said);
  else if (show === lastLines || show === lastTwo) console.log(show(said));
}

/** One lane of tests; its own tests are counted. */
async function runLane(lane) {
  const file = join(results, `${lane}.json`);
  const words = ["run", "--project", lane, "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const { code, seconds } = await run("vitest", words, true);
  const report = readReport(file);
  tally.passed += report.numPassedTests;
  tally.failed += Math.max(report.numFailedTests + report.numPendingTests, code === 0 ? 0 : 1);
  console.log(`${code === 0 ? "✓" : "✗"} ${lane}: ${report.numPassedTests} tests (${seconds} s)`);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  }
}

function lastLines(said, lines = 1) {
  return said.trimEnd().split("\n").slice(-lines).join("\n").replace(/^/gm, "  ");
}

function lastTwo(said) {
  return lastLines(said, 2);
}

function run(command, words, aloud) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, words, { cwd: root, env: toolEnvironment(), stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        said += chunk;
        if (aloud) process.stdout.write(chunk);
      });
    }
    child.on("error", (error) => resolve({ code: 1, said: String(error), seconds: 0 }));
    child.on("exit", (code) =>
      resolve({ code: code ?? 1, said, seconds: Math.round((Date.now() - started) / 100) / 10 }),
    );
  });
}
