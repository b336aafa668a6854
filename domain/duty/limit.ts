import { type ClockPause, countClock, shifted } from "../calendar/clock.ts";
import { dayOf, endOfDay, type Instant, type PlainDate, plainDate, startOfDay } from "../calendar/plain-date.ts";
import { type Count, countTerm, isByClock, type Pause, type Term } from "../calendar/term.ts";
import { isGap, type WorkCalendar } from "../calendar/work-calendar.ts";
import type { DutyRule, Pausing } from "../rules/pack.ts";
import type { Moment } from "../rules/vocabulary.ts";
import type { Happening } from "./timeline.ts";

/** A term counted out: its last day, and the moment on it where the term ends by the clock. */
export interface Ending {
  readonly due: PlainDate;
  readonly dueAt: Instant | null;
  readonly count: Count | null;
  readonly extendedFrom?: PlainDate;
}

export type Limit = Ending | { paused: true } | { gap: number } | { none: true };

/** What happened at this moment came before the term was over: on its last day, or by its last moment. */
export function inTime(at: Instant, { due, dueAt }: Pick<Ending, "due" | "dueAt">): boolean {
  return dueAt === null ? dayOf(at) <= due : at <= dueAt;
}

/** The term with what was granted on top of it before it was over, up to the most that the rule allows. */
export function extended(
  rule: DutyRule,
  term: Limit,
  after: readonly Happening[],
  over: Happening | null,
  calendar: WorkCalendar,
): Limit {
  const { extension } = rule;
  if (!extension || !("due" in term)) return term;
  let run: Limit = term;
  let n = 0;
  for (const [i, grant] of after.entries()) {
    if (grant.moment !== extension.granted || !("due" in run)) continue;
    const valid = extension.told === undefined ? grant : first(after.slice(i + 1), [extension.told]);
    if (!valid || !inTime(valid.at, run) || (over !== null && valid.at > over.at)) continue;
    n = Math.min(extension.most.n ?? Number.POSITIVE_INFINITY, n + (grant.days ?? 0));
    if (n > 0) run = lengthened(term, { ...extension.most, n }, calendar);
  }
  return run;
}

/** Days are counted on from the last day, hours from the last moment. */
function lengthened(term: Ending, by: Term, calendar: WorkCalendar): Limit {
  const from = { on: term.due, at: term.dueAt ?? endOfDay(term.due) };
  const longer = ending(by, from, calendar, { days: [], clock: [] });
  if (!("due" in longer)) return longer;
  const days = [...(term.count?.days ?? []), ...(longer.count?.days ?? [])];
  const stretches = [...(term.count?.stretches ?? []), ...(longer.count?.stretches ?? [])];
  const count = { due: longer.due, days, ...(stretches.length > 0 ? { stretches } : {}) };
  return { ...longer, count, extendedFrom: term.due };
}

/** The day from which a term runs, and the moment, for one that runs by the clock. */
export interface Begun {
  readonly on: PlainDate;
  readonly at: Instant;
}

export function limit(
  rule: DutyRule,
  term: Term | null,
  set: PlainDate | null,
  after: readonly Happening[],
  calendar: WorkCalendar,
  begun: Begun,
): Limit {
  const by = rule.by ? set : null;
  if (by && (rule.by === "set" || !term)) return { due: by, dueAt: null, count: null };
  if (!term) return { none: true };
  const counted = ending(term, begun, calendar, pauses(rule, after));
  return by && "due" in counted && by < counted.due ? { due: by, dueAt: null, count: null } : counted;
}

/** When a term that begins now would be over, pauses and extensions apart; a gap where a calendar is missing. */
export function endingOf(term: Term, at: Instant, calendar: WorkCalendar): Limit {
  return ending(term, { on: dayOf(at), at }, calendar, { days: [], clock: [] });
}

interface Pauses {
  readonly days: readonly Pause[];
  readonly clock: readonly ClockPause[];
}

function ending(term: Term, begun: Begun, calendar: WorkCalendar, pausing: Pauses): Limit {
  const start = term.shift ? shifted(calendar, begun.at, term.shift) : begun.at;
  if (typeof start !== "string") return start;
  if (isByClock(term)) {
    const counted = countClock(calendar, start, term, pausing.clock);
    if (isGap(counted)) return { gap: counted.gap };
    if ("standsSince" in counted) return { paused: true };
    const { dueAt, stretches } = counted;
    const due = lastDay(dueAt);
    return { due, dueAt, count: { due, days: [], stretches } };
  }
  const counted = countTerm(calendar, term.shift ? dayOf(start) : begun.on, term, pausing.days);
  if ("gap" in counted) return { gap: counted.gap };
  if ("standsSince" in counted) return { paused: true };
  return { due: counted.due, dueAt: null, count: counted };
}

/** A term that is over at 0:00 ended with the day before. */
function lastDay(at: Instant): PlainDate {
  const day = dayOf(at);
  return startOfDay(day) === at ? dayOf(new Date(Date.parse(at) - 1).toISOString() as Instant) : day;
}

export function first(after: readonly Happening[], moments: readonly Moment[]): Happening | null {
  return after.find((h) => moments.includes(h.moment)) ?? null;
}

function pauses({ pauses: all }: DutyRule, after: readonly Happening[]): Pauses {
  const clock = all.flatMap((pause) =>
    after
      .filter((h) => h.moment === pause.from)
      .map((h): ClockPause => {
        const until = first(after.slice(after.indexOf(h) + 1), pause.until)?.at ?? null;
        return { from: h.at, until: earliest([until, setEnd(pause, h)]), why: pause.from };
      }),
  );
  const days = clock.map(({ from, until, why }) => ({ from: dayOf(from), until: until && lastDay(until), why }));
  return { days, clock };
}

/** The end of the day that was named for the pause when it began. */
function setEnd({ lastDay: field }: Pausing, { values }: Happening): Instant | null {
  const named = field === undefined ? undefined : values?.[field];
  return typeof named === "string" ? endOfDay(plainDate(named)) : null;
}

function earliest(moments: readonly (Instant | null)[]): Instant | null {
  return moments.filter((at) => at !== null).toSorted()[0] ?? null;
}
