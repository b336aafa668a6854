import type { Command } from "commander";
import { calendarAsOf, type WorkCalendar } from "../domain/calendar/work-calendar.ts";
import type { PlainDate } from "../domain/calendar/plain-date.ts";
import { isGap } from "../domain/calendar/work-calendar.ts";
import { judgePast } from "../domain/duty/past.ts";
import { percentage } from "../domain/accountability/rates.ts";
import type { Pack } from "../domain/rules/pack.ts";
import { fill } from "../domain/words/fill.ts";
import { type Dates, readDates } from "./history/entry.ts";
import { fields } from "./history/columns.ts";
import { isBad, openHistory } from "./history/open.ts";
import { usage } from "./exit.ts";
import { books } from "./house.ts";
import { packOf } from "./packs/pack.ts";
import { answeringRules, dayTermOf } from "./replay-rules.ts";
import { report, say } from "./say.ts";
import { type WhatIfOptions, whatIfStored } from "./what-if.ts";
import type { CliWords } from "./words.ts";

interface ReplayOptions extends WhatIfOptions {
  readonly pack?: string;
  readonly whatIf?: string;
  readonly map?: string;
  readonly sheet?: string;
  readonly headerRow?: string;
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
    .option("--map <columns>", fill(words.options.map, { fields: fields.join(", ") }))
    .option("--sheet <name>", words.options.sheet)
    .option("--header-row <n>", words.options.headerRow)
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
  const [rule, ...otherRules] = answeringRules(pack);
  const term = dayTermOf(rule);
  const others = otherRules.map((one) => ({ rule: one, inTime: 0 }));
  const calendar = calendarAsOf(books.years, "9999-12-31" as PlainDate);
  const reading = { needed: [["receivedAt"], ["answeredAt"]], read: readDates } as const;
  const file = await openHistory<Dates>(path, options, reading, words);
  const { used, years, bad, unanswered } = await judged(file.entries, { term, others, calendar }, words);
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
    /** What else the regulation has terms for: a more complex matter, a simpler procedure. */
    otherTerms: others.map((other) => ({
      rule: other.rule.id,
      clause: other.rule.clause,
      limit: other.rule.limit?.n ?? null,
      unit: other.rule.limit?.unit ?? null,
      inTime: other.inTime,
      late: total - other.inTime,
    })),
    unanswered,
    bad,
    distribution: [...used].sort(([a], [b]) => a - b).map(([days, n]) => ({ days, n })),
    byYear: byYear.map((y) => ({ ...y, late: term ? y.total - y.inTime : null, inTime: term ? y.inTime : null })),
  };
  if (options.json) report(result);
  else tell(result, words);
}

type DayTerm = ReturnType<typeof dayTermOf>;

/** What answers are judged by; the other rules count what would have been in time under them. */
interface Measures {
  readonly term: DayTerm;
  readonly others: readonly { readonly rule: Parameters<typeof dayTermOf>[0]; inTime: number }[];
  readonly calendar: WorkCalendar;
}

/** Judges entry after entry: years, days used, and the lines that cannot be judged. */
async function judged(
  entries: Awaited<ReturnType<typeof openHistory<Dates>>>["entries"],
  { term, others, calendar }: Measures,
  words: CliWords,
) {
  const used = new Map<number, number>();
  const years = new Map<string, YearCount>();
  const bad: { line: number; reason: string }[] = [];
  let unanswered = 0;
  for await (const entry of entries) {
    if (isBad(entry)) {
      bad.push({ line: entry.line, reason: fill(words.rows[entry.reason], entry.facts) });
      continue;
    }
    if (!entry.answered) {
      unanswered += 1;
      continue;
    }
    const { received, answered } = entry;
    const under = (rule: DayTerm) => rule && judgePast(received.day, answered.day, rule, calendar);
    const past = under(term);
    if (past && isGap(past)) {
      bad.push({ line: entry.line, reason: fill(words.rows.calendarGap, { value: past.gap }) });
      continue;
    }
    const year = received.day.slice(0, 4);
    const count = years.get(year) ?? { year, total: 0, inTime: 0 };
    count.total += 1;
    years.set(year, count);
    if (!past) continue;
    used.set(past.used, (used.get(past.used) ?? 0) + 1);
    if (past.inTime) count.inTime += 1;
    for (const other of others) {
      const found = under(dayTermOf(other.rule));
      if (found && !isGap(found) && found.inTime) other.inTime += 1;
    }
  }
  return { used, years, bad, unanswered };
}

interface Told {
  readonly pack: string;
  readonly total: number;
  readonly inTime: number | null;
  readonly late: number | null;
  readonly limit: number | null;
  readonly unit: string | null;
  readonly otherTerms: readonly {
    readonly inTime: number;
    readonly late: number;
    readonly limit: number | null;
    readonly unit: string | null;
  }[];
  readonly distribution: readonly { readonly days: number; readonly n: number }[];
  readonly byYear: readonly { readonly year: string; readonly total: number; readonly inTime: number | null }[];
  readonly bad: readonly { readonly line: number; readonly reason: string }[];
}

function tell(result: Told, words: CliWords): void {
  if (result.inTime === null) {
    say(fill(words.said.replaySilent, { ...result }));
    return;
  }
  const termOf = (unit: string | null, n: number | null) =>
    fill(unit === "workingDay" ? words.terms.wd : words.terms.cd, { n });
  say(fill(words.said.replayed, { ...result, limit: termOf(result.unit, result.limit) }));
  for (const other of result.otherTerms) {
    say(fill(words.said.replayed, { ...result, ...other, limit: termOf(other.unit, other.limit) }));
  }
  say(words.said.replayYears);
  for (const { year, total, inTime } of result.byYear) {
    say([year, total, inTime, total - (inTime ?? 0), percentage({ met: inTime ?? 0, of: total })].join("　　"));
  }
  const spread = result.distribution.map(({ days, n }) => `${days}: ${n}`).join(", ");
  say(fill(words.said.replaySpread, { spread }));
  for (const row of result.bad.slice(0, 20)) say(fill(words.said.badRow, { ...row }));
}
