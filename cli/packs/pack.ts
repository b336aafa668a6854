import type { Command } from "commander";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { checkPack } from "../../domain/proof/check-pack.ts";
import { differences } from "../../domain/rules/diff.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { fill } from "../../domain/words/fill.ts";
import { diffWords, sayDifferences } from "../../domain/words/pack-diff.ts";
import { failed, usage } from "../exit.ts";
import { books } from "../house.ts";
import { faultWords } from "./gate.ts";
import { report, say } from "../say.ts";
import type { CliWords } from "../words.ts";

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
