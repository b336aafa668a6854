import type { Command } from "commander";
import { addDays, dayOf, parsePlainDate, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { fill } from "../../domain/words/fill.ts";
import { catalogue } from "../../domain/words/catalogue.ts";
import { zh } from "../../domain/words/zh.ts";
import { foundRegion } from "../../server/actions/office/found-region.ts";
import type { OpenHouse } from "../../server/main.ts";
import { type RegionRow, regionRows } from "../../server/store/office/regions.ts";
import { takeStock } from "../../server/store/pools.ts";
import { usage } from "../exit.ts";
import { books, demoCities, demos, inHouse } from "../house.ts";
import { progressBar, report, say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { live } from "./live.ts";
import { type Summary, summaryOf } from "./summary.ts";

interface DemoOptions {
  readonly days: string;
  readonly perDay: string;
  readonly seed: string;
  readonly region?: string;
  readonly from?: string;
  readonly json?: boolean;
}

/** `demo`: days of invented life in the demo cities, by their own regulations. */
export function addDemo(program: Command, words: CliWords): void {
  program
    .command("demo")
    .description(words.commands.demo)
    .option("--days <n>", words.options.days, "7")
    .option("--per-day <n>", words.options.perDay, "5")
    .option("--seed <seed>", words.options.seed, "huiyin")
    .option("--region <id>", words.options.demoRegion)
    .option("--from <date>", words.options.lifeFrom)
    .option("--json", words.json)
    .action((options: DemoOptions) => demo(options, words));
}

async function demo(options: DemoOptions, words: CliWords): Promise<void> {
  const days = number(options.days, words);
  const perDay = number(options.perDay, words);
  const given = options.from === undefined ? null : parsePlainDate(options.from);
  if (options.from !== undefined && given === null) throw usage(fill(words.errors.date, { date: options.from }));
  await inHouse(async (open) => {
    const until = open.house.now();
    const today = dayOf(until);
    if (given !== null && given > today) throw usage(fill(words.errors.toCome, { date: given }));
    const from = given ?? addDays(today, 1 - days);
    const summaries: Summary[] = [];
    for (const { id } of await regionsFor(open, options.region, words)) {
      const stretch = { region: id, seed: options.seed, perDay, from, days, until };
      const bar = progressBar(words.progress.life);
      bar.start(days, 0, { region: id, filed: 0 });
      const lived = await live(open.house, stretch, (done, { filed }) => bar.update(done, { region: id, filed }));
      bar.stop();
      summaries.push(await summaryOf(open.house, id, lived));
    }
    await takeStock(open.ownerUrl);
    if (options.json) report({ seed: options.seed, regions: summaries });
    else for (const summary of summaries) tell(summary, { days, from }, words);
  });
}

/** The demo region that was named, or all of them; one that is not there yet is set up. A real city is left alone. */
async function regionsFor(
  { house }: OpenHouse,
  named: string | undefined,
  words: CliWords,
): Promise<readonly RegionRow[]> {
  const there = await regionRows(house.db);
  const wanted = demos.filter(({ region }) => (named === undefined ? there.length === 0 : region === named));
  for (const founding of wanted) await foundRegion(house, founding);
  const regions = wanted.length > 0 ? await regionRows(house.db) : there;
  if (named === undefined) return regions.filter(({ settings }) => settings.demo === true);
  const one = regions.filter(({ id }) => id === named);
  if (one.length === 0)
    throw usage(fill(words.errors.unknownRegion, { region: named, regions: regions.map((r) => r.id) }));
  if (one[0]?.settings.demo !== true) throw usage(fill(words.errors.notDemo, { region: named }));
  return one;
}

function number(text: string, words: CliWords): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 10_000) throw usage(fill(words.errors.number, { value: text }));
  return value;
}

function tell(summary: Summary, asked: { readonly days: number; readonly from: PlainDate }, words: CliWords): void {
  say(fill(words.said.lived, { ...summary, from: summary.from ?? asked.from }));
  if (summary.days < asked.days) say(fill(words.said.livedLess, { closed: asked.days - summary.days }));
  const stages: Readonly<Record<string, string>> = words.language === "zh" ? stageNames(summary.region) : {};
  for (const [stage, n] of Object.entries(summary.cases)) say(`  ${stages[stage] ?? stage}　${n}`);
  say(fill(words.said.livedLate, summary));
  for (const [code, n] of Object.entries(summary.byRefusal)) say(`  ${code}　${n}`);
}

/** How the regulation of a demo region calls where its cases stand. */
function stageNames(region: string): Readonly<Record<string, string>> {
  const city = demoCities.find((one) => one.region === region);
  const pack = books.packs.find(({ id }) => id === city?.pack);
  return pack ? catalogue(pack).caseStages : zh.caseStages;
}
