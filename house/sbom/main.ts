/** Writes the bill of materials: `npm run sbom`, with `-- --out <file>`, `-- --dev` for the tools too, `-- --check` to write nothing. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { billOfNpm, ofProduction, settled } from "./bill.ts";
import { faultsOf } from "./faults.ts";

const { values: asked } = parseArgs({
  options: { out: { type: "string" }, dev: { type: "boolean" }, check: { type: "boolean" } },
});
const whole = billOfNpm();
const bill = settled(asked.dev ? whole : ofProduction(whole), "huiyin");
const faults = faultsOf(bill);
for (const fault of faults) console.error(`✗ ${fault}`);
if (asked.check) console.log(`${bill.components.length} components, ${faults.length} faults`);
else {
  const file = asked.out ?? "dist/huiyin.cdx.json";
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(`${file}: ${bill.components.length} components, ${faults.length} faults`);
}
process.exitCode = faults.length > 0 ? 1 : 0;
