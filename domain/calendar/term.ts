import type { ClockTerm, Shift, Stretch } from "./clock.ts";
import { addDays, addMonths, daysBetween, type PlainDate } from "./plain-date.ts";
import { type CalendarGap, type DayKind, dayKind, isGap, isWorked, type WorkCalendar } from "./work-calendar.ts";

/**
 * A term that ends with a day, at 24:00. `sameDay` ends on the day it starts, on rest days too (当日, FZ-5-2). A term in
 * calendar days or months with `rollsForward` that would end on a rest day ends on the first working day after it; a
 * pack says so once, in its setting `calendarTermRollsForward`. A month ends on the day of the same number; `shortMonth`
 * says what happens where there is none.
 */
export type DayTerm = { readonly shift?: Shift } & (
  | { readonly n: number; readonly unit: "workingDay" }
  | { readonly n: number; readonly unit: "calendarDay"; readonly rollsForward?: true }
  | {
      readonly n: number;
      readonly unit: "month";
      readonly shortMonth: "lastDay" | "nextDay";
      readonly rollsForward?: true;
    }
  | { readonly n: 0; readonly unit: "sameDay" }
);

/** The length of a term: up to the end of a day, or by the clock. */
export type Term = DayTerm | (ClockTerm & { readonly shift?: Shift });

/** Whether a term ends at a moment, not with a day. */
export function isByClock(term: Term): term is ClockTerm & { readonly shift?: Shift } {
  return term.unit === "minute" || term.unit === "hour";
}

/** An interval in which a term does not run; `until` is null while it still stands. */
export interface Pause {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** Why the clock stands, as a code. */
  readonly why: string;
}

/** One day of a count: its number in the term, or why it did not count. */
export interface CountedDay {
  readonly date: PlainDate;
  readonly day: DayKind | { readonly kind: "calendar" } | { readonly kind: "paused"; readonly why: string };
  /** 1 for the first day that counts; null for one that does not: a rest day, a paused one, or one the end was moved over. */
  readonly number: number | null;
}

/** A term counted out: its last day, and every day on the way. */
export interface Count {
  readonly due: PlainDate;
  readonly days: readonly CountedDay[];
  /** Of a term by the clock, the stretches of time instead of days. */
  readonly stretches?: readonly Stretch[];
}

/** A term that stands still: nothing can be said of its end until the pause is over. */
export interface Standing {
  readonly standsSince: PlainDate;
  readonly why: string;
}

/**
 * Counts `term` from the day after `start` (the day of the event is not counted).
 * A day after a pause began, up to and with the day it ended, does not count.
 * A calendar-day term is moved off a rest day only where the term says so. A month is not counted out day by day unless
 * a pause lies in it. A year whose calendar is missing is a gap.
 */
export function countTerm(
  calendar: WorkCalendar,
  start: PlainDate,
  term: DayTerm,
  pauses: readonly Pause[] = [],
): Count | Standing | CalendarGap {
  if (term.unit === "sameDay" || term.n === 0) return { due: start, days: [] };
  if (term.unit === "month" && pauses.length === 0) {
    const count = { due: addMonths(start, term.n, term.shortMonth), days: [] };
    return term.rollsForward ? rolled(calendar, count) : count;
  }
  const n = term.unit === "month" ? daysBetween(start, addMonths(start, term.n, term.shortMonth)) : term.n;
  const days: CountedDay[] = [];
  let counted = 0;
  for (let date = addDays(start, 1); ; date = addDays(date, 1)) {
    const pause = pauses.find((p) => date > p.from && (p.until === null || date <= p.until));
    if (pause) {
      if (pause.until === null) return { standsSince: pause.from, why: pause.why };
      days.push({ date, day: { kind: "paused", why: pause.why }, number: null });
      continue;
    }
    const day = term.unit === "workingDay" ? dayKind(calendar, date) : ({ kind: "calendar" } as const);
    if (isGap(day)) return day;
    const counts = day.kind === "calendar" || isWorked(day);
    if (counts) counted += 1;
    days.push({ date, day, number: counts ? counted : null });
    if (counted >= n) return "rollsForward" in term ? rolled(calendar, { due: date, days }) : { due: date, days };
  }
}

/** The count with its end moved to the first worked day from its last day on. */
function rolled(calendar: WorkCalendar, count: Count): Count | CalendarGap {
  const days = [...count.days];
  for (let date = count.due; ; date = addDays(date, 1)) {
    const day = dayKind(calendar, date);
    if (isGap(day)) return day;
    if (date > count.due) days.push({ date, day, number: null });
    if (isWorked(day)) return { due: date, days };
  }
}

/** Working days after `start` up to and with `end`; 0 when `end` is not after `start`. */
export function workingDaysAfter(calendar: WorkCalendar, start: PlainDate, end: PlainDate): number | CalendarGap {
  let counted = 0;
  for (let date = addDays(start, 1); date <= end; date = addDays(date, 1)) {
    const day = dayKind(calendar, date);
    if (isGap(day)) return day;
    if (isWorked(day)) counted += 1;
  }
  return counted;
}
