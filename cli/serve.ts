import type { Command } from "commander";
import { demoPassword } from "../demo/founding.ts";
import { fill } from "../domain/words/fill.ts";
import { type Config, readConfig } from "../server/config.ts";
import { mustNotRun } from "../server/database.ts";
import { NoRegion, PackMissing, startServer, startWorkerHouse } from "../server/main.ts";
import { addressOf } from "../server/record/addresses.ts";
import { knownRegions } from "../server/record/regions.ts";
import type { RegionRow } from "../server/store/office/regions.ts";
import { buildDesk } from "./desk-build.ts";
import { environment, exitCodes } from "./exit.ts";
import { books, demoCities, demos } from "./house.ts";
import { firstWeeks } from "./life/first-weeks.ts";
import { refusedPacks } from "./packs/gate.ts";
import { served } from "./packs/outside/served.ts";
import { say } from "./say.ts";
import { trustWords } from "./trust/words.ts";
import type { CliWords } from "./words.ts";

/** `serve` and `worker`: what runs until it is stopped. */
export function addServe(program: Command, words: CliWords): void {
  program
    .command("serve")
    .description(words.commands.serve)
    .option("--no-build", words.options.noBuild)
    .action(async (options: { readonly build: boolean }) => {
      const config = readConfig();
      mustNotRun(config);
      mustBeSound(words);
      if (options.build) buildDesk(() => say(words.progress.build));
      const running = await startServer(
        config,
        {
          ...books,
          demos,
          life: (open, stopped) => firstWeeks(open, stopped, words),
        },
        (step) => say(words.progress[step]),
      ).catch((error: unknown) => {
        throw serveFault(error, config, words);
      });
      if (running.worksAsOwner) say(trustWords(words.language).said.ownerLogin);
      tellReady(config, running.house.siteUrl, await knownRegions(running.house), words);
      if (running.fresh && config.demoLife) {
        say("");
        say(words.ready.life);
      }
      await untilStopped(words, running.close);
    });

  program
    .command("worker")
    .description(words.commands.worker)
    .action(async () => {
      mustBeSound(words);
      const config = readConfig();
      const running = await startWorkerHouse(config, books).catch((error: unknown) => {
        throw serveFault(error, config, words);
      });
      if (running.worksAsOwner) say(trustWords(words.language).said.ownerLogin);
      say(words.ready.worker);
      await untilStopped(words, running.close);
    });
}

/** A regulation that its own check refuses is not served. */
function mustBeSound(words: CliWords): void {
  const refused = refusedPacks(books.packs, books.years, words, served());
  if (refused) throw refused;
}

function serveFault(error: unknown, config: Config, words: CliWords): unknown {
  if (error instanceof NoRegion) return environment(words.errors.noRegion);
  if (error instanceof PackMissing) {
    const { pack, cases } = error;
    return environment(fill(words.errors.packMissing, { pack, cases }));
  }
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  return taken ? environment(fill(words.errors.port, { port: config.port })) : error;
}

function tellReady(config: Config, url: string, regions: readonly RegionRow[], words: CliWords): void {
  const { ready } = words;
  say("");
  say(ready.title);
  for (const [label, address] of [
    [ready.portal, url],
    [ready.desk, `${url}/desk`],
    [ready.api, `${url}/api`],
    [ready.data, config.dataDir],
  ]) {
    say(`  ${label}　${address}`);
  }
  if (regions.length > 1) {
    say("");
    say(ready.regions);
    for (const region of regions) say(`  ${addressOf(url, region)}　${region.name}`);
  }
  if (!config.demo) return;
  say("");
  say(fill(ready.signIns, { password: demoPassword }));
  const cities = demoCities.filter(({ region }) => regions.some(({ id }) => id === region));
  for (const { name, signIns } of cities) {
    if (cities.length > 1) say(`  ${name}`);
    for (const [role, login] of signIns) say(`  ${login.padEnd(26)} ${role}`);
  }
}

/** One Ctrl+C comes up to three times: from the terminal, from npm and from the start script. */
const oneKeyPress = 1000;

/** Stops gently on the first signal; one that comes later than the same key press does not wait. */
export async function untilStopped(words: CliWords, close: () => Promise<void>): Promise<void> {
  let asked: number | null = null;
  await new Promise<void>((stop) => {
    const hear = () => {
      if (asked !== null && performance.now() - asked > oneKeyPress) process.exit(exitCodes.failed);
      asked ??= performance.now();
      stop();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, hear);
  });
  say(words.ready.stopping);
  await close();
  say(words.ready.stopped);
}
