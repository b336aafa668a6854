import { addDays, type PlainDate, plainDate, weekday } from "../calendar/plain-date.ts";

/** How long a stretch of the course of time is. */
export const stretchLengths = ["day", "week", "month", "quarter"] as const;
export type StretchLength = (typeof stretchLengths)[number];

/** Days of a period that are counted together, both ends included. */
export interface Stretch {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** More than these nobody can read, in a table or a chart. */
export const mostStretches = 400;

/**
 * A period cut into days, weeks from Monday, months or quarters; the first and the last may be cut short. Months begin
 * on `monthStart`: with 26, March is 26 February to 25 March (HZ-6.4.3-2). Null when there would be too many.
 */
export function stretchesOf(
  { from, to }: Stretch,
  length: StretchLength,
  monthStart: number,
): readonly Stretch[] | null {
  const found: Stretch[] = [];
  for (let day = from; day <= to; ) {
    if (found.length === mostStretches) return null;
    const last = lastDayOf(day, length, monthStart);
    found.push({ from: day, to: last < to ? last : to });
    day = addDays(last, 1);
  }
  return found;
}

/** The statistical month of a day: its number and its two ends. */
export function monthAround(day: PlainDate, monthStart: number): Stretch & { readonly month: string } {
  const begun = Number(day.slice(8)) >= monthStart;
  const from = onDay(begun ? day.slice(0, 7) : monthAfter(day.slice(0, 7), -1), monthStart);
  const to = addDays(onDay(monthAfter(from.slice(0, 7), 1), monthStart), -1);
  return { from, to, month: to.slice(0, 7) };
}

/** The stretch of so many months in which a day lies; stretches of two, three, four, six or twelve begin with the year. */
export function monthsAround(day: PlainDate, months: number, monthStart: number): Stretch {
  const { month } = monthAround(day, monthStart);
  const first = monthAfter(month, -(monthsSinceZero(month) % months));
  return {
    from: addDays(lastOf(monthAfter(first, -1), monthStart), 1),
    to: lastOf(monthAfter(first, months - 1), monthStart),
  };
}

function lastDayOf(day: PlainDate, length: StretchLength, monthStart: number): PlainDate {
  if (length === "day") return day;
  if (length === "week") return addDays(day, 7 - weekday(day));
  const { month } = monthAround(day, monthStart);
  const monthsLeft = length === "month" ? 0 : 2 - ((Number(month.slice(5)) - 1) % 3);
  return lastOf(monthAfter(month, monthsLeft), monthStart);
}

/** The last day of the statistical month with this number. */
function lastOf(month: string, monthStart: number): PlainDate {
  return monthStart === 1 ? addDays(onDay(monthAfter(month, 1), 1), -1) : onDay(month, monthStart - 1);
}

function onDay(month: string, day: number): PlainDate {
  return plainDate(`${month}-${String(day).padStart(2, "0")}`);
}

function monthsSinceZero(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAfter(month: string, n: number): string {
  const all = monthsSinceZero(month) + n;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, "0")}`;
}
