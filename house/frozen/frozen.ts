import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { digestFile, digestOf, namesOf, recorded, settings, toldOf } from "./corpus.ts";

/**
 * `npm run frozen`: leads every life of the corpus again and names those that differ from what is on record.
 * `--pack <id>` one regulation, `--out <folder>` everything that was said as files, to compare two commits,
 * `--write` puts the present answers on record.
 */
const { values } = parseArgs({
  options: { pack: { type: "string" }, out: { type: "string" }, write: { type: "boolean" } },
});
let differing = 0;
for (const setting of settings()) {
  const { id } = setting.pack;
  if (values.pack !== undefined && values.pack !== id) continue;
  const known: ReadonlyMap<string, string> = values.write ? new Map() : recorded(id);
  const lines: string[] = [];
  for (const name of namesOf(setting)) {
    const told = toldOf(setting, name);
    const digest = digestOf(told);
    lines.push(`${name} ${digest}`);
    if (values.out !== undefined) {
      const file = `${values.out}/${id}/${name}.json`;
      mkdirSync(file.slice(0, file.lastIndexOf("/")), { recursive: true });
      writeFileSync(file, JSON.stringify(told, null, 1));
    }
    if (values.write || known.get(name) === digest) continue;
    differing += 1;
    console.log(`${id} ${name} ${known.has(name) ? "differs" : "is new"}`);
  }
  const gone = [...known.keys()].filter((name) => !lines.some((line) => line.startsWith(`${name} `)));
  for (const name of gone) console.log(`${id} ${name} is gone`);
  differing += gone.length;
  if (values.write) writeFileSync(digestFile(id), `${lines.join("\n")}\n`);
  console.log(`${id}: ${lines.length} ${values.write ? "written" : "compared"}`);
}
process.exitCode = differing > 0 ? 1 : 0;
