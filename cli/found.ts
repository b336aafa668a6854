import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import type { Command } from "commander";
import { z } from "zod";
import { cityFile, type CityFile, type CityFault } from "./city-file.ts";
import { fill } from "../domain/words/fill.ts";
import { packs } from "../packs/index.ts";
import { type FirstPasswords, foundCity } from "../server/actions/office/found-city.ts";
import type { RegionSettings } from "../server/store/world.ts";
import { failed, usage } from "./exit.ts";
import { inHouse } from "./house.ts";
import { mention, report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

interface FoundOptions {
  readonly passwords?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `found`: a city of one's own, from a file. */
export function addFound(program: Command, words: CliWords): void {
  program
    .command("found <file>")
    .description(words.commands.found)
    .option("--passwords <file>", words.options.passwords)
    .option("--dry-run", words.options.dryRun)
    .option("--json", words.json)
    .action((file: string, options: FoundOptions) => found(file, options, words));
}

async function found(file: string, options: FoundOptions, words: CliWords): Promise<void> {
  const city = readCity(file, words);
  const about = { region: city.region, name: city.name, orgs: city.orgs.length, people: city.people.length };
  if (options.dryRun) {
    if (options.json) report({ ...about, founded: false });
    else say(fill(words.said.cityFine, about));
    return;
  }
  // Opened first: passwords that cannot be written down would be lost.
  const out = options.passwords === undefined ? null : secretFile(options.passwords, words);
  let written = false;
  try {
    await inHouse(async ({ house }) => {
      const outcome = await foundCity(house, { ...city, settings: city.settings as RegionSettings });
      if (outcome === "other") throw failed(fill(words.errors.otherCity, about));
      const first = outcome === "known" ? [] : outcome.founded;
      if (out !== null && first.length > 0) {
        writeSync(out, lines(first));
        written = true;
      }
      if (options.json) report({ ...about, founded: first.length > 0, ...(out === null ? { passwords: first } : {}) });
      else tell(first, options.passwords ?? null, about, words);
    });
  } finally {
    if (out !== null) closeSync(out);
    if (options.passwords !== undefined && !written) unlinkSync(options.passwords);
  }
}

function tell(first: FirstPasswords, file: string | null, about: object, words: CliWords): void {
  if (first.length === 0) {
    say(fill(words.said.seedKnown, { ...about }));
    return;
  }
  say(fill(words.said.cityFounded, { ...about }));
  say(file === null ? words.said.firstPasswords : fill(words.said.passwordsIn, { file }));
  if (file === null) say(lines(first).trimEnd());
}

function lines(first: FirstPasswords): string {
  return first.map(({ login, password }) => `${login}\t${password}\n`).join("");
}

function secretFile(path: string, words: CliWords): number {
  try {
    return openSync(path, "wx", 0o600);
  } catch (error) {
    const exists = (error as { code?: string }).code === "EEXIST";
    throw usage(fill(exists ? words.errors.exists : words.errors.file, { file: path }));
  }
}

function readCity(file: string, words: CliWords): CityFile {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw usage(fill(words.errors.file, { file }));
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw usage(fill(words.errors.notJson, { file, detail: (error as Error).message }));
  }
  z.config(words.language === "en" ? z.locales.en() : z.locales.zhCN());
  const city = cityFile.safeParse(value);
  if (!city.success) {
    for (const issue of city.error.issues) mention(issueWords(issue, words));
    throw usage(fill(words.errors.cityFile, { n: city.error.issues.length, file }));
  }
  const known = [...new Set(packs.map((pack) => pack.jurisdiction))];
  if (known.includes(city.data.jurisdiction)) return city.data;
  throw usage(fill(words.errors.jurisdiction, { jurisdiction: city.data.jurisdiction, known }));
}

/** Where, and what is wrong there. */
export function issueWords(issue: z.core.$ZodIssue, words: CliWords): string {
  const params =
    issue.code === "custom" ? (issue.params as { fault?: CityFault; what?: string } | undefined) : undefined;
  const what = params?.fault ? fill(words.cityFaults[params.fault], { what: params.what ?? "" }) : issue.message;
  return `${issue.path.join(".") || "."}  ${what}`;
}
