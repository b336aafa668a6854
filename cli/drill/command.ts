import { existsSync } from "node:fs";
import type { Command } from "commander";
import { fill } from "../../domain/words/fill.ts";
import { readConfig } from "../../server/config.ts";
import { environment, exitCodes, usage } from "../exit.ts";
import { books } from "../house.ts";
import { mention, report, say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { drill } from "./run.ts";
import { MayNotCreate } from "./spare.ts";
import { linesOf } from "./tell.ts";
import { drillWords } from "./words.ts";

interface Options {
  readonly apart?: boolean;
  readonly cases: string;
  readonly json?: boolean;
}

/** `drill`: whether a backup can be put back, shown by doing it beside the running house. */
export function addDrill(program: Command, cli: CliWords): void {
  const words = drillWords(cli.language);
  program
    .command("drill")
    .argument("[file]", words.file)
    .description(words.command)
    .option("--apart", words.apart)
    .option("--cases <n>", words.cases, "200")
    .option("--json", cli.json)
    .action(async (file: string | undefined, { apart = false, cases, json }: Options) => {
      if (file !== undefined && !existsSync(file)) throw usage(fill(cli.errors.file, { file }));
      const most = Number(cases);
      if (!Number.isInteger(most) || most < 1 || most > 10_000) throw usage(fill(cli.errors.number, { value: cases }));
      const result = await drill(readConfig(), books, { file: file ?? null, apart, cases: most }, (step, detail) =>
        mention(fill(words.progress, { step: words.steps[step], detail })),
      ).catch((error: unknown) => {
        throw error instanceof MayNotCreate ? environment(words.errors.mayNotCreate) : error;
      });
      if (json) report(result);
      else for (const line of linesOf(result, words, cli)) say(line);
      if (!result.sound) process.exitCode = exitCodes.failed;
    });
}
