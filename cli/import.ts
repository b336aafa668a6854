import { writeFileSync } from "node:fs";
import { basename, extname } from "node:path";
import type { Command } from "commander";
import { instant } from "../domain/calendar/plain-date.ts";
import { fill } from "../domain/words/fill.ts";
import { takeStock } from "../server/store/pools.ts";
import type { OpenHouse } from "../server/main.ts";
import { exitCodes } from "./exit.ts";
import { fields } from "./history/columns.ts";
import { type Entry, entryReader } from "./history/entry.ts";
import { type History, isBad, openHistory } from "./history/open.ts";
import { emptyTally, take, type Tally } from "./history/take.ts";
import { inHouse, regionOf } from "./house.ts";
import { mention, progressBar, report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

interface ImportOptions {
  readonly map?: string;
  readonly sheet?: string;
  readonly headerRow?: string;
  readonly source?: string;
  readonly region?: string;
  readonly json?: boolean;
}

const batchSize = 64;
const shownRows = 20;

/** `import`: requests of another system, each whole or not at all, each once for its number there. */
export function addImport(program: Command, words: CliWords): void {
  program
    .command("import <file>")
    .description(words.commands.import)
    .option("--map <columns>", fill(words.options.map, { fields: fields.join(", ") }))
    .option("--source <name>", words.options.source)
    .option("--sheet <name>", words.options.sheet)
    .option("--header-row <n>", words.options.headerRow)
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((file: string, options: ImportOptions) => run(file, options, words));
}

async function run(path: string, options: ImportOptions, words: CliWords): Promise<void> {
  const needed = [["id"], ["content", "title"], ["receivedAt"]] as const;
  const source = options.source ?? basename(path, extname(path));
  const tally = emptyTally();
  const read = entryReader(instant(new Date().toISOString()));
  const file = await openHistory<Entry>(path, options, { needed, read }, words);
  await inHouse(async (open) => {
    const region = await regionOf(open, options.region, words);
    try {
      await takeAll(open, { region, source }, file, tally, words);
    } finally {
      if (tally.total > 0) tell(path, source, tally, options.json === true, words);
    }
    if (tally.imported > 0) await takeStock(open.ownerUrl);
  });
  if (tally.total === 0) tell(path, source, tally, options.json === true, words);
  if (tally.bad.length > 0) process.exitCode = exitCodes.failed;
}

/** The bar ends with the work, however that ends. */
async function takeAll(
  open: OpenHouse,
  target: { readonly region: string; readonly source: string },
  file: History<Entry>,
  tally: Tally,
  words: CliWords,
): Promise<void> {
  const bar = progressBar(words.progress.import);
  const shown = () => ({ done: tally.imported, skipped: tally.known.length, bad: tally.bad.length });
  bar.start(file.size, 0, shown());
  try {
    let batch: Entry[] = [];
    for await (const entry of file.entries) {
      tally.total += 1;
      if (isBad(entry)) tally.bad.push(entry);
      else batch.push(entry);
      if (batch.length < batchSize) continue;
      await take(open.house, target, batch, tally);
      batch = [];
      bar.update(file.read(), shown());
    }
    await take(open.house, target, batch, tally);
    bar.update(file.size, shown());
  } finally {
    bar.stop();
  }
}

function tell(path: string, source: string, tally: Tally, json: boolean, words: CliWords): void {
  const bad = tally.bad
    .toSorted((a, b) => a.line - b.line)
    .map((row) => ({ line: row.line, reason: fill(words.rows[row.reason], row.facts) }));
  const { imported, history, total } = tally;
  const knownLines = tally.known.toSorted((a, b) => a - b);
  const known = knownLines.length;
  if (json) {
    report({ file: path, source, total, imported, history, known, knownLines, bad });
    return;
  }
  const list = bad.length > shownRows ? written(source, bad) : null;
  for (const row of list === null ? bad : bad.slice(0, shownRows)) mention(fill(words.said.badRow, row));
  if (list !== null) mention(fill(words.said.moreBad, { n: bad.length - shownRows, file: list }));
  if (known > 0 && known <= shownRows) mention(fill(words.said.knownRows, { lines: knownLines.join("、") }));
  say(fill(words.said.imported, { imported, history, known, total, bad: bad.length }));
}

/** The whole list of bad rows as a file; null where none can be written, then all of them are said. */
function written(source: string, bad: readonly { readonly line: number; readonly reason: string }[]): string | null {
  const list = `${source.replace(/[^\p{L}\p{N}_-]+/gu, "-")}-bad-rows.txt`;
  try {
    writeFileSync(list, bad.map((row) => `${row.line}\t${row.reason}\n`).join(""));
    return list;
  } catch {
    return null;
  }
}
