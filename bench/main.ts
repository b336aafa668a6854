import { Command, CommanderError, InvalidArgumentError } from "commander";
import { fill } from "../domain/words/fill.ts";
import { lifecycle } from "./lifecycle.ts";
import { pages } from "./pages.ts";
import { replay } from "./replay.ts";
import { screens } from "./screens.ts";
import { mention } from "./say.ts";
import { NotStarted } from "./server.ts";
import { words } from "./words.ts";

const program = new Command("bench").description(words.about).exitOverride();

program
  .command("lifecycle")
  .description(words.commands.lifecycle)
  .option("--cases <n>", words.options.cases, between(1, 1_000_000), 1000)
  .option("--connections <n>", words.options.connections, between(1, 64), 12)
  .option("--profile <folder>", words.options.profile)
  .option("--json", words.json, false)
  .action((options) => ending(lifecycle({ profile: null, ...options })));

program
  .command("pages")
  .description(words.commands.pages)
  .option("--seconds <n>", words.options.seconds, between(1, 600), 5)
  .option("--connections <n>", words.options.connections, between(1, 64), 12)
  .option("--profile <folder>", words.options.profile)
  .option("--json", words.json, false)
  .action((options) => ending(pages({ profile: null, ...options })));

program
  .command("replay")
  .description(words.commands.replay)
  .option("--cases <n>", words.options.cases, between(1, 100_000_000), 1_000_000)
  .option("--json", words.json, false)
  .action((options) => {
    replay(options);
  });

program
  .command("screens")
  .description(words.commands.screens)
  .option("--cases <n>", words.options.cases, between(100, 1_000_000), 20_000)
  .option("--profile <folder>", words.options.profile)
  .option("--json", words.json, false)
  .action((options) => ending(screens({ profile: null, ...options })));

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = tell(error);
}

async function ending(clean: Promise<boolean>): Promise<void> {
  if (!(await clean)) process.exitCode = 1;
}

function between(from: number, to: number): (value: string) => number {
  return (value) => {
    const n = Number(value);
    if (!Number.isInteger(n) || n < from || n > to) {
      throw new InvalidArgumentError(fill(words.errors.number, { value, from, to }));
    }
    return n;
  };
}

function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  mention(fill(error instanceof NotStarted ? words.errors.server : words.errors.other, { detail }));
  return 1;
}
