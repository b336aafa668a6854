import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { z } from "zod";
import { packFile } from "../../contract/pack/pack-file.ts";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { checkPack } from "../../domain/proof/check-pack.ts";
import { differences } from "../../domain/rules/diff.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { fill } from "../../domain/words/fill.ts";
import { diffWords, sayDifferences } from "../../domain/words/pack-diff.ts";
import { failed, usage } from "../exit.ts";
import { amendPack } from "../../server/actions/regulations/keep-texts.ts";
import { books, inHouse, regionOf } from "../house.ts";
import { beginning } from "./beginning.ts";
import { documentOf } from "../../domain/words/pack/document.ts";
import { faultWords } from "./gate.ts";
import { report, say } from "../say.ts";
import type { CliWords } from "../words.ts";
import { tryRegulation } from "./trying/command.ts";
import { packWords } from "./words.ts";

/** `pack check` and `pack diff`: whether a regulation may be put in force, and what another one changes. */
export function addPack(program: Command, words: CliWords): void {
  const group = program.command("pack").description(words.commands.pack);
  group
    .command("check [pack]")
    .description(words.commands.packCheck)
    .option("--json", words.json)
    .action((id: string | undefined, { json }: { readonly json?: boolean }) => check(id, json === true, words));
  group
    .command("diff <before> <after>")
    .description(words.commands.packDiff)
    .option("--json", words.json)
    .action((before: string, after: string, { json }: { readonly json?: boolean }) =>
      diff(packOf(before, words), packOf(after, words), json === true),
    );
  addPackFiles(group, words);
}

/** `pack amend`, `pack schema`, `pack show` and `pack new`: regulations as files. */
export function addPackFiles(group: Command, words: CliWords): void {
  const w = packWords(words.language);
  group
    .command("amend <pack>")
    .description(w.commands.amend)
    .option("--region <id>", words.options.region)
    .requiredOption("--reason <words>", w.options.reason)
    .action((id: string, options: { readonly region?: string; readonly reason: string }) => amend(id, options, words));
  group
    .command("schema")
    .description(w.commands.schema)
    .action(() => report(z.toJSONSchema(packFile, { target: "draft-2020-12" })));
  group
    .command("show <pack>")
    .description(w.commands.show)
    .action((id: string) => say(documentOf(packOf(id, words), baseOf(id, words)).join("\n")));
  group
    .command("try <path>")
    .description(w.commands.trial)
    .option("--port <number>", w.options.port, "3100")
    .action((path: string, options: { readonly port: string }) => tryRegulation(path, options, words));
  group
    .command("new <id>")
    .description(w.commands.begin)
    .requiredOption("--text <file>", w.options.text)
    .option("--prefix <letters>", w.options.prefix)
    .option("--out <file>", w.options.out)
    .action((id: string, options: NewOptions) => begin(id, options, words));
}

function baseOf(id: string, words: CliWords): Pack | null {
  const { standsOn } = packOf(id, words);
  return standsOn === null ? null : packOf(standsOn, words);
}

async function amend(
  id: string,
  { region: named, reason }: { readonly region?: string; readonly reason: string },
  words: CliWords,
): Promise<void> {
  const w = packWords(words.language);
  const pack = packOf(id, words);
  await inHouse(async (open) => {
    const region = await regionOf(open, named, words);
    const changed = await amendPack(open.house, region, pack, reason);
    say(fill(changed ? w.said.amended : w.said.same, { pack: id, region, ...changed }));
  });
}

interface NewOptions {
  readonly text: string;
  readonly prefix?: string;
  readonly out?: string;
}

function begin(id: string, { text, prefix = "A", out }: NewOptions, words: CliWords): void {
  const w = packWords(words.language);
  const begun = beginning(id, prefix, readFileSync(text, "utf8"));
  if (begun === null) throw usage(fill(w.errors.noArticles, { file: text }));
  if (out === undefined) return say(begun.yaml);
  writeFileSync(out, begun.yaml, { flag: "wx" });
  say(fill(w.said.begun, { n: begun.articles, file: out }));
}

/** The pack with this id; says which there are when there is none. */
export function packOf(id: string, words: CliWords): Pack {
  const pack = books.packs.find((p) => p.id === id);
  if (!pack) throw usage(fill(words.errors.unknownPack, { pack: id, packs: books.packs.map((p) => p.id) }));
  return pack;
}

function check(id: string | undefined, json: boolean, words: CliWords): void {
  const calendar = calendarAsOf(books.years, "9999-12-31" as PlainDate);
  const packs = id === undefined ? books.packs : [packOf(id, words)];
  const checked = packs.map((pack) => ({ pack: pack.id, faults: checkPack(pack, books.packs, calendar) }));
  if (json) report({ packs: checked });
  for (const { pack, faults } of json ? [] : checked) {
    say(fill(faults.length === 0 ? words.said.packFine : words.said.packFaults, { pack, n: faults.length }));
    for (const fault of faults) say(`  ${faultWords(fault, words)}`);
  }
  const n = checked.reduce((sum, { faults }) => sum + faults.length, 0);
  if (n > 0) throw failed(fill(words.errors.packRefused, { n }));
}

function diff(before: Pack, after: Pack, json: boolean): void {
  const list = sayDifferences(differences(before, after), before, after);
  if (json) {
    report({ before: before.id, after: after.id, chapters: list });
    return;
  }
  say(fill(diffWords.title, { before: before.title, after: after.title }));
  if (list.length === 0) say(diffWords.none);
  for (const { title, lines } of list) {
    say("");
    say(title);
    for (const line of lines) say(`- ${line}`);
  }
}
