import { addDays, momentAt, dayOf, type Instant, instant, type PlainDate } from "./plain-date.ts";
import { type CalendarGap, dayKind, isGap, isWorked, type WorkCalendar } from "./work-calendar.ts";

/** The hours of a day in which a service works, `HH:MM` in China; `to` may be `24:00`. */
export interface ServiceHours {
  readonly from: string;
  readonly to: string;
  /** On every day, or only on those that the calendar counts as worked. */
  readonly days: "every" | "working";
}

/** A term by the clock: it runs from the moment itself, round the clock or only within the hours that are named. */
export interface ClockTerm {
  readonly n: number;
  readonly unit: "minute" | "hour";
  readonly within?: ServiceHours;
}

/** What comes outside these hours counts as if it had come at that time of the next day of that kind. */
export interface Shift {
  readonly outside: ServiceHours;
  readonly to: { readonly time: string; readonly days: ServiceHours["days"] };
}

/** An interval in which the clock stands; `until` is null while it still does. */
export interface ClockPause {
  readonly from: Instant;
  readonly until: Instant | null;
  /** Why the clock stands, as a code. */
  readonly why: string;
}

/** One stretch of a count by the clock: time that counts, hours that do not, or a pause. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly kind: "runs" | "closed" | "paused";
}

/** A term by the clock counted out: the moment at which it is over, and every stretch on the way. */
export interface ClockCount {
  readonly dueAt: Instant;
  readonly stretches: readonly Stretch[];
}

/** A clock that stands still: nothing can be said of its end until the pause is over. */
export interface ClockStanding {
  readonly standsSince: Instant;
  readonly why: string;
}

const millis = { minute: 60_000, hour: 3_600_000 };

/**
 * Counts `term` from the moment `start` itself. What is done at the very moment `dueAt` is in time. Hours of working
 * days need the calendar: a year that is not loaded is a gap.
 */
export function countClock(
  calendar: WorkCalendar,
  start: Instant,
  term: ClockTerm,
  pauses: readonly ClockPause[] = [],
): ClockCount | ClockStanding | CalendarGap {
  const stretches: Stretch[] = [];
  let left = term.n * millis[term.unit];
  let at = start;
  const walk = (to: Instant, kind: Stretch["kind"]) => {
    stretches.push({ from: at, to, kind });
    at = to;
  };
  while (left > 0) {
    const standing = pauses.find(({ from, until }) => from <= at && (until === null || until > at));
    if (standing?.until === null) return { standsSince: standing.from, why: standing.why };
    if (standing?.until) {
      walk(standing.until, "paused");
      continue;
    }
    const hours = term.within ? nextHours(calendar, at, term.within) : { opens: at, closes: null };
    if (isGap(hours)) return hours;
    const next = pauses.map(({ from }) => from).filter((from) => from > at);
    if (hours.opens > at) {
      walk(soonest([hours.opens, ...next]), "closed");
      continue;
    }
    const from = at;
    walk(soonest([after(at, left), ...(hours.closes ? [hours.closes] : []), ...next]), "runs");
    left -= Date.parse(at) - Date.parse(from);
  }
  return { dueAt: at, stretches };
}

/** The moment from which a term counts that knows no time outside certain hours. */
export function shifted(calendar: WorkCalendar, at: Instant, { outside, to }: Shift): Instant | CalendarGap {
  const hours = nextHours(calendar, at, outside);
  if (isGap(hours)) return hours;
  if (hours.opens === at) return at;
  for (let date = dayOf(at); ; date = addDays(date, 1)) {
    const served = isServed(calendar, date, to.days);
    if (typeof served !== "boolean") return served;
    const moment = momentAt(date, to.time);
    if (served && moment > at) return moment;
  }
}

/** The hours that the moment lies in, from the moment on, or those that come next. */
function nextHours(
  calendar: WorkCalendar,
  at: Instant,
  { from, to, days }: ServiceHours,
): { readonly opens: Instant; readonly closes: Instant | null } | CalendarGap {
  for (let date = dayOf(at); ; date = addDays(date, 1)) {
    const served = isServed(calendar, date, days);
    if (typeof served !== "boolean") return served;
    const closes = momentAt(date, to);
    if (!served || at >= closes) continue;
    const opens = momentAt(date, from);
    return { opens: opens > at ? opens : at, closes };
  }
}

function isServed(calendar: WorkCalendar, date: PlainDate, days: ServiceHours["days"]): boolean | CalendarGap {
  if (days === "every") return true;
  const day = dayKind(calendar, date);
  return isGap(day) ? day : isWorked(day);
}

function soonest(moments: readonly Instant[]): Instant {
  return moments.reduce((first, one) => (one < first ? one : first));
}

function after(at: Instant, span: number): Instant {
  return instant(new Date(Date.parse(at) + span).toISOString());
}
