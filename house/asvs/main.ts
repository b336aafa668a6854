/** How the project stands to OWASP ASVS 5.0 and to 等保 2.0: `npm run asvs`, with `-- --dengbao` for the second alone. */
import { parseArgs } from "node:util";
import { judge, type Judged, type Standard, states } from "./judge.ts";
import { asvs, dengbao } from "./standards.ts";
import { inResults, inTheTree } from "./titles.ts";

const { values: asked } = parseArgs({
  options: {
    json: { type: "boolean" },
    "from-results": { type: "boolean" },
    dengbao: { type: "boolean" },
    brief: { type: "boolean" },
  },
});
const find = asked["from-results"] ? inResults(".tmp/results") : inTheTree();
const chosen = asked["from-results"] ? [asvs, dengbao] : [asked.dengbao ? dengbao : asvs];
const judged = chosen.map((standard) => ({ standard, result: judge(standard, find) }));
if (asked.json) console.log(JSON.stringify(judged.map(asData), null, 2));
else for (const { standard, result } of judged) printStandard(standard, result);
process.exitCode = judged.some(({ result }) => result.faults.length > 0) ? 1 : 0;

function asData({ standard, result }: { readonly standard: Standard; readonly result: Judged }): object {
  const levels = Object.entries(standard.levels);
  const levelOf = (id: string) => levels.find(([, ids]) => ids.includes(id))?.[0];
  return {
    ...result,
    chapters: standard.chapters.map(({ rows, ...chapter }) => ({
      ...chapter,
      requirements: rows.map((own) => ({ ...own, level: levelOf(own.id) })),
    })),
  };
}

function printStandard(standard: Standard, { counts, faults }: Judged): void {
  const levels = Object.entries(standard.levels);
  const levelOf = (id: string) => levels.find(([, ids]) => ids.includes(id))?.[0] ?? "?";
  if (!asked.brief) {
    console.log(`${standard.name}\n`);
    for (const { id, title, rows } of standard.chapters) {
      console.log(`${id} ${title}`);
      for (const own of rows) {
        console.log(`  ${own.id.padEnd(10)} ${levelOf(own.id).padEnd(3)} ${own.state.padEnd(14)} ${own.about}`);
        if (own.reason) console.log(`${" ".repeat(32)}${own.reason}`);
        for (const { file, title: test } of own.tests) console.log(`${" ".repeat(32)}${file} > ${test}`);
      }
      console.log("");
    }
  }
  for (const fault of faults) console.log(`✗ ${fault}`);
  const sums = Object.entries(counts).map(
    ([level, own]) => `${level}: ${own.all} (${states.map((state) => `${own[state]} ${state}`).join(", ")})`,
  );
  console.log(`${standard.name}; ${sums.join("; ")}; ${faults.length} faults`);
}
