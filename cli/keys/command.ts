import { join } from "node:path";
import type { Command } from "commander";
import { fill } from "../../domain/words/fill.ts";
import { keyUses, retireKey } from "../../server/actions/keys/key-status.ts";
import { reseal } from "../../server/actions/keys/reseal.ts";
import { readConfig } from "../../server/config.ts";
import { type Keys, openKeys } from "../../server/gateways/keys/keys.ts";
import { RingError } from "../../server/gateways/keys/ring.ts";
import { failed, usage } from "../exit.ts";
import { inHouse } from "../house.ts";
import { mention, report, say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { type KeyWords, keyWords } from "./words.ts";

interface RotateOptions {
  readonly only?: boolean;
  readonly later?: boolean;
}

interface Said {
  readonly json?: boolean;
}

/** `keys rotate`, `keys status`, `keys retire`: the keys that values are sealed with. */
export function addKeys(program: Command, cli: CliWords): void {
  const words = keyWords(cli.language);
  const keys = program.command("keys").description(words.commands.keys);
  keys
    .command("rotate")
    .description(words.commands.rotate)
    .option("--only", words.options.only)
    .option("--later", words.options.later)
    .action((options: RotateOptions) => saying(words, () => rotate(options, words)));
  keys
    .command("status")
    .description(words.commands.status)
    .option("--json", cli.json)
    .action((options: Said) => saying(words, () => status(options, words)));
  keys
    .command("retire <id>")
    .description(words.commands.retire)
    .action((id: string) => saying(words, () => retire(id, words)));
}

async function rotate({ only, later }: RotateOptions, words: KeyWords): Promise<void> {
  // The file of keys is read anew by every process that uses it: a running server seals with the new one at once.
  if (later) {
    add(openKeys(readConfig()), words);
    say(words.said.later);
    return;
  }
  await inHouse(async ({ jobs }) => {
    if (!only) add(jobs.keys, words);
    let stop = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => (stop = true));
    const tell = (table: string, rows: number) => mention(fill(words.said.progress, { table, rows }));
    const { rows, failed: left } = await reseal(jobs, tell, () => stop);
    for (const value of left) mention(fill(words.said.failed, { ...value }));
    say(fill(words.said.resealed, { rows, id: newestOf(jobs.keys) }));
    if (left.length > 0) throw failed(fill(words.errors.notAll, { n: left.length }));
  });
}

function add(keys: Keys, words: KeyWords): void {
  const { id } = keys.ring.add();
  say(fill(words.said.added, { id, file: join(readConfig().dataDir, "keys", "later-keys") }));
}

function newestOf(keys: Keys): string {
  return keys.ring.keys().at(-1)?.id ?? "";
}

async function status({ json }: Said, words: KeyWords): Promise<void> {
  await inHouse(async ({ jobs }) => {
    const uses = await keyUses(jobs);
    const current = newestOf(jobs.keys);
    if (json) return report({ current, uses });
    say(fill(words.said.current, { id: current }));
    if (uses.length === 0) say(words.said.nothing);
    const named: Readonly<Record<string, string>> = { plain: words.said.plain, before: words.said.before };
    for (const use of uses) {
      say(fill(words.said.use, { ...use, key: named[use.key] ?? use.key, suite: use.suite ?? "" }));
    }
  });
}

async function retire(id: string, words: KeyWords): Promise<void> {
  await inHouse(async ({ jobs }) => {
    const outcome = await retireKey(jobs, id);
    if ("retired" in outcome) return say(fill(words.said.retired, { id }));
    const sentence = outcome.inUse > 0 ? words.errors.inUse : words.errors.newest;
    throw failed(fill(sentence, { id, n: outcome.inUse }));
  });
}

/** A refusal of the ring, as a sentence. */
async function saying(words: KeyWords, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RingError)) throw error;
    throw usage(fill(words.errors[error.code], { id: error.id ?? "" }));
  }
}
