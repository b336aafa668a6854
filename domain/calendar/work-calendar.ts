import { type PlainDate, weekday, yearOf } from "./plain-date.ts";

/** One year of a working calendar as a notice of the State Council fixes it. */
export interface CalendarYear {
  readonly year: number;
  /** From this day on the version is known; null for one that was always there (built in). */
  readonly effectiveFrom: PlainDate | null;
  /** Loaded by one region for itself: there it holds before the house's of the same year, whichever is newer. */
  readonly own?: boolean;
  /** The notice or dataset the year was taken from. */
  readonly source: string;
  /** Days off that the notice names, with the holiday's name. */
  readonly holidays: Readonly<Record<PlainDate, string>>;
  /** Weekend days that are worked (调休), with the name of the holiday they make up for. */
  readonly makeUpDays: Readonly<Record<PlainDate, string>>;
}

/** The years in force at one moment, by number. A year that is not here cannot be counted in. */
export type WorkCalendar = ReadonlyMap<number, CalendarYear>;

/** What a day is for counting. */
export type DayKind =
  | { readonly kind: "working" }
  | { readonly kind: "weekend" }
  | { readonly kind: "holiday"; readonly name: string }
  | { readonly kind: "makeUp"; readonly name: string };

/** Refusal to count: the calendar of this year has not been loaded. */
export interface CalendarGap {
  readonly gap: number;
}

/** The versions in force on `asOf`: for each year the region's own before the house's, then the newest whose day of effect has come. */
export function calendarAsOf(versions: readonly CalendarYear[], asOf: PlainDate): WorkCalendar {
  const inForce = new Map<number, CalendarYear>();
  for (const version of versions) {
    if (version.effectiveFrom !== null && version.effectiveFrom > asOf) continue;
    const current = inForce.get(version.year);
    if (!current || comesBefore(version, current)) inForce.set(version.year, version);
  }
  return inForce;
}

function comesBefore(later: CalendarYear, current: CalendarYear): boolean {
  if ((later.own ?? false) !== (current.own ?? false)) return later.own === true;
  return (current.effectiveFrom ?? "") <= (later.effectiveFrom ?? "");
}

/** What `date` is; a gap when its year is not loaded (never a guess from the weekday alone). */
export function dayKind(calendar: WorkCalendar, date: PlainDate): DayKind | CalendarGap {
  const year = calendar.get(yearOf(date));
  if (!year) return { gap: yearOf(date) };
  let days = known.get(year);
  if (!days) known.set(year, (days = new Map()));
  let day = days.get(date);
  if (!day) days.set(date, (day = kindIn(year, date)));
  return day;
}

/** A version of a year never changes, and every count asks for the same days again. */
const known = new WeakMap<CalendarYear, Map<PlainDate, DayKind>>();

function kindIn(year: CalendarYear, date: PlainDate): DayKind {
  const makeUp = year.makeUpDays[date];
  if (makeUp !== undefined) return { kind: "makeUp", name: makeUp };
  const holiday = year.holidays[date];
  if (holiday !== undefined) return { kind: "holiday", name: holiday };
  return weekday(date) > 5 ? { kind: "weekend" } : { kind: "working" };
}

/** Whether a day of this kind is worked. */
export function isWorked(day: DayKind): boolean {
  return day.kind === "working" || day.kind === "makeUp";
}

/** Narrows an answer of the calendar to a refusal. */
export function isGap<T extends object>(answer: T | CalendarGap): answer is CalendarGap {
  return "gap" in answer;
}
