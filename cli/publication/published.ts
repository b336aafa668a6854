import type { Command } from "commander";
import { fill } from "../../domain/words/fill.ts";
import { recheckPublications } from "../../server/record/publication/recheck.ts";
import { exitCodes } from "../exit.ts";
import { inHouse, regionOf } from "../house.ts";
import { report, say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { publishedWords } from "./words.ts";

interface Options {
  readonly region?: string;
  readonly json?: boolean;
}

/** `published`: whether answers that stand before the public hold what would be barred today. */
export function addPublished(program: Command, words: CliWords): void {
  program
    .command("published")
    .description(publishedWords(words.language).command)
    .option("--region <id>", words.options.region)
    .option("--json", words.json)
    .action((options: Options) => run(options, words));
}

async function run({ region: named, json }: Options, words: CliWords): Promise<void> {
  const w = publishedWords(words.language);
  const kinds = (list: readonly string[]) => list.map((kind) => words.barredKinds[kind as never]);
  await inHouse(async (open) => {
    const { house } = open;
    const region = await regionOf(open, named, words);
    const { looked, doubts } = await recheckPublications(house, region);
    if (doubts.length > 0) process.exitCode = exitCodes.failed;
    if (json) return report({ region, looked, doubts });
    if (doubts.length === 0) return say(fill(w.fine, { region, looked }));
    say(fill(w.doubts, { region, looked, n: doubts.length }));
    for (const { number, certain, open: undecided } of doubts) {
      if (certain.length > 0) say(fill(w.certain, { number, kinds: kinds(certain) }));
      if (undecided.length > 0) say(fill(w.open, { number, kinds: kinds(undecided) }));
    }
    say(w.what);
  });
}
