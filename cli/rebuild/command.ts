import type { Command } from "commander";
import { fill } from "../../domain/words/fill.ts";
import type { House } from "../../server/house.ts";
import { redact } from "../../server/record/mask.ts";
import type { Difference } from "../../server/record/rebuilding/differences.ts";
import type { Rebuilt } from "../../server/record/rebuilding/rebuild-case.ts";
import { rebuildEach } from "../../server/record/rebuilding/rebuild-each.ts";
import { caseIdOfNumber } from "../../server/store/case/load.ts";
import { regionIds } from "../../server/store/office/regions.ts";
import { exitCodes, failed } from "../exit.ts";
import { inHouse, regionOf } from "../house.ts";
import { report, say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { type RebuildWords, rebuildWords } from "./words.ts";

interface RebuildOptions {
  readonly region?: string;
  readonly case?: string;
  readonly write?: boolean;
  readonly json?: boolean;
}

/** `rebuild`: makes what is kept of cases anew from their events and compares; `--write` puts right what differs. */
export function addRebuild(program: Command, cli: CliWords): void {
  const words = rebuildWords(cli.language);
  program
    .command("rebuild")
    .description(words.commands.rebuild)
    .option("--region <id>", cli.options.region)
    .option("--case <number>", words.options.case)
    .option("--write", words.options.write)
    .option("--json", cli.json)
    .action((options: RebuildOptions) =>
      inHouse(
        async (open) => {
          const regions =
            options.region === undefined && options.case === undefined
              ? await regionIds(open.house.db)
              : [await regionOf(open, options.region, cli)];
          for (const region of regions) await rebuild(open.house, region, options, words);
        },
        { anyForm: true },
      ),
    );
}

async function rebuild(house: House, region: string, options: RebuildOptions, words: RebuildWords): Promise<void> {
  const write = options.write === true;
  let caseId: string | null = null;
  if (options.case !== undefined) {
    caseId = await caseIdOfNumber(house.db, region, options.case.trim());
    if (caseId === null) throw failed(fill(words.errors.noCase, { number: options.case }));
  }
  const counts = { cases: 0, wrong: 0, left: 0, notMade: 0 };
  for await (const one of rebuildEach(house, { region, caseId, below: null, write })) {
    counts.cases += 1;
    if ("reason" in one) {
      counts.notMade += 1;
      if (options.json !== true) say(fill(words.said.notMade, { id: one.caseId, reason: one.reason }));
      continue;
    }
    if (one.differences.length === 0) continue;
    counts.wrong += 1;
    counts.left += one.left.length;
    if (options.json !== true) tell(one, words);
  }
  if (counts.notMade > 0 || counts.left > 0) process.exitCode = exitCodes.failed;
  if (options.json === true) {
    report({ region, ...counts, written: write });
    return;
  }
  const { said } = words;
  say(fill(counts.wrong === 0 ? said.fine : write ? said.written : said.found, { region, ...counts }));
  if (write && counts.left > 0) say(fill(said.left, { n: counts.left }));
}

function tell({ number, differences, sealed }: Rebuilt, words: RebuildWords): void {
  say(fill(words.said.differs, { number, n: differences.length }));
  for (const difference of differences) {
    const { table, key, column, kept, made } = difference;
    const shown = (value: unknown) => (sealed || isWords(difference) ? words.said.hidden : valueWords(value, words));
    const where = [table, key, column ?? ""].filter((part) => part !== "").join(" ");
    say(fill(words.said.line, { where, kept: shown(kept), made: shown(made) }));
  }
}

/** What a petitioner wrote is not printed, not even where it differs. */
function isWords({ table }: Difference): boolean {
  return table === "search";
}

const longest = 100;

/** A value in so many letters, whatever may tell who somebody is barred. */
function valueWords(value: unknown, words: RebuildWords): string {
  if (value === null) return words.said.missing;
  const text = redact(typeof value === "string" ? value : JSON.stringify(value));
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
