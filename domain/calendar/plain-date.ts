/**
 * A civil date, `YYYY-MM-DD`, without time or zone: the day a term ends, the day a holiday falls on.
 * Dates compare as strings. Instants (`2026-03-02T01:30:00.000Z`) are a different thing and never mixed in.
 */
export type PlainDate = string & { readonly plainDate: never };

/** A moment in UTC, ISO 8601 with milliseconds and `Z`. */
export type Instant = string & { readonly instant: never };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMillis = 86_400_000;
const thursday = 3;
const zero = "0".charCodeAt(0);

/** China keeps one zone without summer time; every civil day here begins at 16:00 UTC of the day before. */
const chinaOffsetMillis = 8 * 3_600_000;

/** Reads a civil date; null when the text is no real day (2026-02-30). */
export function parsePlainDate(text: string): PlainDate | null {
  const parts = shape.exec(text);
  if (!parts) return null;
  const millis = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return dateOf(millis / dayMillis) === text ? (text as PlainDate) : null;
}

/** A civil date written in code or data; throws when it is none, since that is a mistake in the program. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new Error(`not a civil date: ${text}`);
  return date;
}

/** An instant written in code or read from the machine; throws when it is none. */
export function instant(text: string): Instant {
  const millis = Date.parse(text);
  if (Number.isNaN(millis)) throw new Error(`not an instant: ${text}`);
  return new Date(millis).toISOString() as Instant;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOf(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  const sinceMonday = (dayNumber(date) + thursday) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** The calendar year of a date. */
export function yearOf(date: PlainDate): number {
  return twoDigits(date, 0) * 100 + twoDigits(date, 2);
}

/** The calendar month of a date as `YYYY-MM`. */
export function monthOf(date: PlainDate): string {
  return date.slice(0, 7);
}

/** The civil day in China on which an instant falls. */
export function dayOf(at: Instant): PlainDate {
  return dateOf(Math.floor((Date.parse(at) + chinaOffsetMillis) / dayMillis));
}

/** The instant at which a civil day begins in China. */
export function startOfDay(date: PlainDate): Instant {
  return new Date(dayNumber(date) * dayMillis - chinaOffsetMillis).toISOString() as Instant;
}

/** The instant at which a term that ends on `date` is over: 24:00 of that day. */
export function endOfDay(date: PlainDate): Instant {
  return startOfDay(addDays(date, 1));
}

/** The moment at which a clock in China shows `HH:MM` on a day; `24:00` is the end of it. */
export function momentAt(date: PlainDate, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(Date.parse(startOfDay(date)) + (hours * 60 + minutes) * 60_000).toISOString() as Instant;
}

/** What a clock in China shows at a moment, 「15:40」. */
export function timeOfDay(at: Instant): string {
  return new Date(Date.parse(at) + chinaOffsetMillis).toISOString().slice(11, 16);
}

/**
 * The day with the same number `months` later. Where that month is too short: its last day, or the first of the month
 * after it, as a regulation says.
 */
export function addMonths(date: PlainDate, months: number, short: "lastDay" | "nextDay"): PlainDate {
  const month = yearOf(date) * 12 + twoDigits(date, 5) - 1 + months;
  const first = dateOf(dayOfMonth(month, 1));
  const length = dayOfMonth(month + 1, 1) - dayOfMonth(month, 1);
  const wanted = twoDigits(date, 8);
  if (wanted <= length) return addDays(first, wanted - 1);
  return addDays(first, short === "lastDay" ? length - 1 : length);
}

/** Days from 1 January 1970 to a day of a month, months counted from the year 0. */
function dayOfMonth(month: number, day: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, day) / dayMillis;
}

/** Days from 1 January 1970, a Thursday: three days after a Monday. */
function dayNumber(date: PlainDate): number {
  return Date.UTC(yearOf(date), twoDigits(date, 5) - 1, twoDigits(date, 8)) / dayMillis;
}

function twoDigits(date: PlainDate, place: number): number {
  return date.charCodeAt(place) * 10 + date.charCodeAt(place + 1) - zero * 11;
}

/** Terms walk day by day, and writing a date down is what a step costs: two centuries are written only once. */
const writtenDays = 73_049;
const written: (PlainDate | undefined)[] = Array.from({ length: writtenDays });

function dateOf(day: number): PlainDate {
  const known = written[day];
  if (known !== undefined) return known;
  const text = new Date(day * dayMillis).toISOString().slice(0, 10) as PlainDate;
  if (day >= 0 && day < writtenDays) written[day] = text;
  return text;
}
