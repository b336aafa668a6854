import { dayOf, type Instant, type PlainDate, timeOfDay, weekday } from "../calendar/plain-date.ts";
import { fill } from "./fill.ts";

/** How days are written; every page takes its dates from here. */
export const dateWords = {
  weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  day: "{month}月{day}日",
  withWeekday: "{date} {weekday}",
  withYear: "{year}年{date}",
  range: "{from}至{to}",
};

/** 2026-03-05 → 「2026年3月5日 周四」: for citizens and documents. */
export function longDate(date: PlainDate): string {
  return withYear(date, shortDate(date));
}

/** 2026-03-05 → 「3月5日 周四」: for rows of the running year and days of a count. */
export function shortDate(date: PlainDate): string {
  return fill(dateWords.withWeekday, { date: dayWords(date), weekday: dateWords.weekdays[weekday(date) - 1] });
}

/** 「4月8日」; with its year where that differs from the one of the day it is named beside. */
export function plainDay(date: PlainDate, beside: PlainDate): string {
  const day = dayWords(date);
  return date.slice(0, 4) === beside.slice(0, 4) ? day : withYear(date, day);
}

function dayWords(date: PlainDate): string {
  return fill(dateWords.day, { month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) });
}

function withYear(date: PlainDate, words: string): string {
  return fill(dateWords.withYear, { year: date.slice(0, 4), date: words });
}

/** The day for staff: without its year while that is the running one. */
export function rowDate(date: PlainDate, today: PlainDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? shortDate(date) : longDate(date);
}

/** The time of day at which a term is over on its last day: 「24:00」, or the minute where it ends by the clock. */
export function endTime(dueAt: Instant | null): string {
  return dueAt === null ? "24:00" : timeOfDay(dueAt).replace(/^00:00$/, "24:00");
}

/** 「2026年3月5日 周四 15:40」. */
export function longTime(at: Instant): string {
  return `${longDate(dayOf(at))} ${timeOfDay(at)}`;
}

/** Two days and what lies between them, 「2026年3月1日至2026年3月31日」. */
export function longRange(from: PlainDate, to: PlainDate): string {
  return fill(dateWords.range, { from: longDate(from), to: longDate(to) });
}

/** 「3月5日 周四 15:40」. */
export function shortTime(at: Instant): string {
  return `${shortDate(dayOf(at))} ${timeOfDay(at)}`;
}
