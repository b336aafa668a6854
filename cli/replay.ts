import type { Command } from "commander";
import { calendarAsOf } from "../domain/calendar/work-calendar.ts";
import type { PlainDate } from "../domain/calendar/plain-date.ts";
import { isGap } from "../domain/calendar/work-calendar.ts";
import { judgePast } from "../domain/duty/past.ts";
import { percentage } from "../domain/accountability/rates.ts";
import type { DutyRule, Pack } from "../domain/rules/pack.ts";
import { fill } from "../domain/words/fill.ts";
import { type Dates, readDates } from "./history/entry.ts";
import { isBad, openHistory } from "./history/open.ts";
import { usage } from "./exit.ts";
import { books } from "./house.ts";
import { packOf } from "./pack.ts";
import { report, say } from "./say.ts";
import { type WhatIfOptions, whatIfStored } from "./what-if.ts";
import type { CliWords } from "./words.ts";

interface ReplayOptions extends WhatIfOptions {
  readonly pack?: string;
  readonly whatIf?: string;
  readonly map?: string;
  readonly sheet?: string;
}

interface YearCount {
  readonly year: string;
  total: number;
  inTime: number;
}

/** `replay`: which answers of the past would have been in time under a regulation's reply duty. No database. */
export function addReplay(program: Command, words: CliWords): void {
  program
    .command("replay [file]")
    .description(words.commands.replay)
    .option("--pack <id>", words.options.pack)
    .option("--what-if <id>", words.options.whatIf)
    .option("--region <id>", words.options.region)
    .option("--from <date>", words.options.since)
    .option("--to <date>", words.options.until)
    .option("--map <columns>", words.options.map)
    .option("--sheet <name>", words.options.sheet)
    .option("--json", words.json)
    .action((file: string | undefined, options: ReplayOptions) => {
      const id = options.whatIf ?? options.pack;
      if (id === undefined) throw usage(words.errors.packNeeded);
      const pack = packOf(id, words);
      if (file !== undefined) return replay(file, pack, options, words);
      if (options.whatIf === undefined) throw usage(words.errors.fileNeeded);
      return whatIfStored(pack, options, words);
    });
}

async function replay(path: string, pack: Pack, options: ReplayOptions, words: CliWords): Promise<void> {
  const rule = replyRule(pack);
  const term = rule?.limit ?? null;
  const calendar = calendarAsOf(books.years, "9999-12-31" as PlainDate);
  const file = openHistory<Dates>(path, options, { needed: ["receivedAt", "answeredAt"], read: readDates }, words);
  const used = new Map<number, number>();
  const years = new Map<string, YearCount>();
  const bad: { line: number; reason: string }[] = [];
  let unanswered = 0;
  let byDueDate = 0;
  for await (const entry of file.entries) {
    if (isBad(entry)) {
      bad.push({ line: entry.line, reason: fill(words.rows[entry.reason], entry.facts) });
      continue;
    }
    if (!entry.answered) {
      unanswered += 1;
      continue;
    }
    const year = entry.received.day.slice(0, 4);
    const count = years.get(year) ?? { year, total: 0, inTime: 0 };
    const past = term && judgePast(entry.received.day, entry.answered.day, term, calendar);
    if (past && isGap(past)) {
      bad.push({ line: entry.line, reason: fill(words.rows.calendarGap, { value: past.gap }) });
      continue;
    }
    count.total += 1;
    years.set(year, count);
    if (!past) continue;
    used.set(past.used, (used.get(past.used) ?? 0) + 1);
    if (past.inTime) count.inTime += 1;
    if (past.byDueDate) byDueDate += 1;
  }
  const byYear = [...years.values()].sort((a, b) => a.year.localeCompare(b.year));
  const total = byYear.reduce((sum, y) => sum + y.total, 0);
  const inTime = term ? byYear.reduce((sum, y) => sum + y.inTime, 0) : null;
  const result = {
    pack: pack.id,
    total,
    inTime,
    late: inTime === null ? null : total - inTime,
    limit: term?.n ?? null,
    unit: term?.unit ?? null,
    rule: rule?.id ?? null,
    clause: rule?.clause ?? null,
    onOrBeforeDueDate: term ? byDueDate : null,
    unanswered,
    bad,
    distribution: [...used].sort(([a], [b]) => a - b).map(([days, n]) => ({ days, n })),
    byYear: byYear.map((y) => ({ ...y, late: term ? y.total - y.inTime : null, inTime: term ? y.inTime : null })),
  };
  if (options.json) report(result);
  else tell(result, words);
}

/** The duty that the unit's first reply answers to; its term may be unwritten. */
function replyRule(pack: Pack): DutyRule | undefined {
  const rules = pack.duties.filter(
    (rule) => rule.kind === "duty" && rule.start === "unit.received" && rule.end.includes("reply.submitted"),
  );
  return rules.find((rule) => rule.limit !== undefined && rule.limit !== null) ?? rules[0];
}

interface Told {
  readonly pack: string;
  readonly total: number;
  readonly inTime: number | null;
  readonly late: number | null;
  readonly limit: number | null;
  readonly unit: string | null;
  readonly distribution: readonly { readonly days: number; readonly n: number }[];
  readonly byYear: readonly { readonly year: string; readonly total: number; readonly inTime: number | null }[];
  readonly bad: readonly { readonly line: number; readonly reason: string }[];
}

function tell(result: Told, words: CliWords): void {
  if (result.inTime === null) {
    say(fill(words.said.replaySilent, { ...result }));
    return;
  }
  const limit = fill(result.unit === "workingDay" ? words.terms.wd : words.terms.cd, { n: result.limit });
  say(fill(words.said.replayed, { ...result, limit }));
  say(words.said.replayYears);
  for (const { year, total, inTime } of result.byYear) {
    say([year, total, inTime, total - (inTime ?? 0), percentage({ met: inTime ?? 0, of: total })].join("　　"));
  }
  const spread = result.distribution.map(({ days, n }) => `${days}: ${n}`).join(", ");
  say(fill(words.said.replaySpread, { spread }));
  for (const row of result.bad.slice(0, 20)) say(fill(words.said.badRow, { ...row }));
}
