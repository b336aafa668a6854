import { writeFileSync } from "node:fs";
import { basename, extname } from "node:path";
import type { Command } from "commander";
import { fill } from "../domain/words/fill.ts";
import { importCase, knownImports } from "../server/actions/cases/import-case.ts";
import type { House } from "../server/house.ts";
import { takeStock } from "../server/store/pools.ts";
import { exitCodes } from "./exit.ts";
import { fields } from "./history/columns.ts";
import { type BadRow, type Entry, readEntry } from "./history/entry.ts";
import { isBad, openHistory } from "./history/open.ts";
import { inHouse, regionOf } from "./house.ts";
import { mention, progressBar, report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

interface ImportOptions {
  readonly map?: string;
  readonly sheet?: string;
  readonly source?: string;
  readonly region?: string;
  readonly json?: boolean;
}

interface Tally {
  imported: number;
  history: number;
  known: number;
  total: number;
  readonly bad: BadRow[];
}

const batchSize = 64;
const atOnce = 8;
const shownBad = 20;

/** `import`: requests of another system, each whole or not at all, each once for its number there. */
export function addImport(program: Command, words: CliWords): void {
  program
    .command("import <file>")
    .description(words.commands.import)
    .option("--map <columns>", fill(words.options.map, { fields: fields.join(", ") }))
    .option("--source <name>", words.options.source)
    .option("--sheet <name>", words.options.sheet)
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((file: string, options: ImportOptions) => run(file, options, words));
}

async function run(path: string, options: ImportOptions, words: CliWords): Promise<void> {
  const reading = { needed: ["id", "content", "receivedAt"], read: readEntry } as const;
  const file = openHistory<Entry>(path, options, reading, words);
  const source = options.source ?? basename(path, extname(path));
  const tally: Tally = { imported: 0, history: 0, known: 0, total: 0, bad: [] };
  await inHouse(async (open) => {
    const region = await regionOf(open, options.region, words);
    const bar = progressBar(words.progress.import);
    const shown = () => ({ done: tally.imported, skipped: tally.known, bad: tally.bad.length });
    bar.start(file.size, 0, shown());
    let batch: Entry[] = [];
    for await (const entry of file.entries) {
      tally.total += 1;
      if (isBad(entry)) tally.bad.push(entry);
      else batch.push(entry);
      if (batch.length < batchSize) continue;
      await take(open.house, { region, source }, batch, tally);
      batch = [];
      bar.update(file.read(), shown());
    }
    await take(open.house, { region, source }, batch, tally);
    bar.update(file.size, shown());
    bar.stop();
    if (tally.imported > 0) await takeStock(open.ownerUrl);
  });
  tell(path, source, tally, options.json === true, words);
  if (tally.bad.length > 0) process.exitCode = exitCodes.failed;
}

async function take(
  house: House,
  place: { readonly region: string; readonly source: string },
  batch: readonly Entry[],
  tally: Tally,
): Promise<void> {
  const { region, source } = place;
  const known = await knownImports(
    house,
    region,
    source,
    batch.map((entry) => entry.id),
  );
  const fresh = batch.filter((entry, n) => !known.has(entry.id) && batch.findIndex((e) => e.id === entry.id) === n);
  tally.known += batch.length - fresh.length;
  const waiting = [...fresh];
  const worker = async () => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) await takeOne(house, place, entry, tally);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function takeOne(
  house: House,
  { region, source }: { readonly region: string; readonly source: string },
  entry: Entry,
  tally: Tally,
): Promise<void> {
  const { title, content, place, name, phone, received, answer, answered } = entry;
  const person = { organisation: null, email: null, address: null, onBehalf: null, people: 1, representatives: [] };
  const outcome = await importCase(house, {
    filing: {
      region,
      channel: "web",
      receivedAt: received.at,
      subject: "ordinary",
      choice: "public",
      title,
      content,
      claim: null,
      areaId: null,
      place,
      urgent: false,
      petitioner: { kind: "person", ...person, name, phone, replyBy: "web" },
      draft: null,
      source: { name: source, id: entry.id },
    },
    answer: answer !== null && answered ? { text: answer, on: answered.day } : null,
  });
  if (outcome === "imported") {
    tally.imported += 1;
    if (answer !== null) tally.history += 1;
  } else if (outcome === "known") tally.known += 1;
  else tally.bad.push({ line: entry.line, reason: outcome, facts: { value: received.day } });
}

function tell(path: string, source: string, tally: Tally, json: boolean, words: CliWords): void {
  const bad = tally.bad
    .sort((a, b) => a.line - b.line)
    .map((row) => ({ line: row.line, reason: fill(words.rows[row.reason], row.facts) }));
  const { imported, history, known, total } = tally;
  if (json) {
    report({ file: path, source, total, imported, history, known, bad });
    return;
  }
  for (const row of bad.slice(0, shownBad)) mention(fill(words.said.badRow, row));
  if (bad.length > shownBad) {
    const list = `${source}-bad-rows.txt`;
    writeFileSync(list, bad.map((row) => `${row.line}\t${row.reason}\n`).join(""));
    mention(fill(words.said.moreBad, { n: bad.length - shownBad, file: list }));
  }
  say(fill(words.said.imported, { imported, history, known, total, bad: bad.length }));
}
