import { mkdtempSync, rmSync, statSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { demoPassword } from "../../../demo/founding.ts";
import { fill } from "../../../domain/words/fill.ts";
import { readConfig } from "../../../server/config.ts";
import { buildDesk } from "../../desk-build.ts";
import { usage } from "../../exit.ts";
import { books } from "../../house.ts";
import { say } from "../../say.ts";
import { untilStopped } from "../../serve.ts";
import type { CliWords } from "../../words.ts";
import { packWords } from "../words.ts";
import { Trial, type Tried } from "./trial.ts";

/** Editors write a file in several steps; it is read once they have been silent for so long. */
const silentMillis = 300;

/** `pack try`: serves a scratch city by a regulation in files until it is stopped, and checks them on save. */
export async function tryRegulation(path: string, { port }: { readonly port: string }, words: CliWords): Promise<void> {
  const w = packWords(words.language);
  const given = resolve(path);
  const stat = statSync(given, { throwIfNoEntry: false });
  if (!stat) throw usage(`${path}: ${w.file.notFolder}`);
  const dataDir = mkdtempSync(join(tmpdir(), "huiyin-try-"));
  const own = { port: Number(port), dataDir, databaseUrl: null, databaseAppUrl: null, publicUrl: null };
  const config = { ...readConfig(), ...own, demo: true, demoLife: false };
  buildDesk(() => say(words.progress.build));
  say(w.said.trying);
  const trial = new Trial({ path: given, config, years: books.years, words, why: w.said.triedWhy });
  let work = trial.read().then((tried) => tell(tried, words));
  let waiting: NodeJS.Timeout | null = null;
  const watched = watch(stat.isDirectory() ? given : dirname(given), { recursive: stat.isDirectory() }, () => {
    if (waiting) clearTimeout(waiting);
    waiting = setTimeout(() => {
      work = work.then(async () => tell(await trial.read(), words));
    }, silentMillis);
  });
  await work;
  await untilStopped(words, async () => {
    watched.close();
    await work;
    await trial.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
}

function tell(tried: Tried, words: CliWords): void {
  const { said } = packWords(words.language);
  switch (tried.is) {
    case "faults":
      say(fill(tried.goesOn ? said.triedFaults : said.triedFirst, { n: tried.lines.length }));
      for (const line of tried.lines) say(line);
      return;
    case "same":
      return say(said.triedSame);
    case "changed":
      say(said.triedAgain);
      for (const line of tried.says) say(`  ${line}`);
      return;
    case "begun":
      say(fill(said.tried, { title: tried.pack.title, pack: tried.pack.id, url: tried.url }));
      say(fill(said.triedSignIns, { password: demoPassword }));
      for (const line of tried.logins) say(`  ${line}`);
  }
}
