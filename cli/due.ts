import type { Command } from "commander";
import { parsePlainDate } from "../domain/calendar/plain-date.ts";
import { type CountedDay, countTerm, type DayTerm } from "../domain/calendar/term.ts";
import { calendarAsOf } from "../domain/calendar/work-calendar.ts";
import { fill } from "../domain/words/fill.ts";
import { failed, usage } from "./exit.ts";
import { books } from "./house.ts";
import { report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

interface DueOptions {
  readonly from: string;
  readonly term: string;
  readonly json?: boolean;
}

/** `due`: the last day of a term and every day on the way, by the built-in calendars. */
export function addDue(program: Command, words: CliWords): void {
  program
    .command("due")
    .description(words.commands.due)
    .requiredOption("--from <date>", words.options.from)
    .requiredOption("--term <term>", words.options.term)
    .option("--json", words.json)
    .action((options: DueOptions) => due(options, words));
}

function due({ from, term: text, json }: DueOptions, words: CliWords): void {
  const start = parsePlainDate(from);
  if (!start) throw usage(fill(words.errors.date, { date: from }));
  const term = parseTerm(text);
  if (!term) throw usage(fill(words.errors.term, { term: text }));
  const calendar = calendarAsOf(books.years, start);
  const count = countTerm(calendar, start, term);
  if ("gap" in count) throw failed(fill(words.errors.gap, { year: count.gap }));
  if (!("due" in count)) throw new Error("a term without pauses cannot stand still");
  const days = count.days.map((day) => ({ date: day.date, counted: day.number, why: dayWords(day, words) }));
  if (json) {
    report({ from: start, term: text, due: count.due, days });
    return;
  }
  const termWords = fill(term.unit === "workingDay" ? words.terms.wd : words.terms.cd, { n: term.n });
  say(fill(words.said.dueStart, { from: start, term: termWords }));
  for (const day of days) say(fill(words.said.day, day));
  say(fill(words.said.due, { due: count.due }));
}

/** `10wd` or `30cd`. */
export function parseTerm(text: string): DayTerm | null {
  const match = /^(\d{1,4})(wd|cd)$/.exec(text.trim());
  if (!match) return null;
  return { n: Number(match[1]), unit: match[2] === "wd" ? "workingDay" : "calendarDay" };
}

/** Why a day counts or does not. */
export function dayWords({ day, number }: CountedDay, words: CliWords): string {
  return fill(words.days[day.kind], { n: number, name: "name" in day ? day.name : "" });
}
