import { addDays, daysBetween, type PlainDate } from "../calendar/plain-date.ts";
import type { OrgKind } from "../office/org.ts";
import type { ClauseId } from "../rules/clause.ts";
import type { Measure } from "../rules/measure.ts";
import type { Pack } from "../rules/pack.ts";
import { monthsAround, type Stretch } from "./stretches.ts";

/** What comes round, by its kind. */
export const periodicKinds = ["circular", "inspection", "callBacks", "meeting", "report"] as const;
export type PeriodicKind = (typeof periodicKinds)[number];

/** Work that a regulation wants done again and again. */
export interface PeriodicWork {
  readonly id: string;
  readonly clause: ClauseId;
  readonly words: string;
  readonly what: PeriodicKind;
  /** What the regulation calls it; null where it gives it no name. */
  readonly title: string | null;
  /** Null where the regulation names no interval. */
  readonly months: number | null;
  readonly with: readonly OrgKind[];
  readonly contents: readonly string[];
  /** The formalities by which it is carried out on each case. */
  readonly carriedOutBy: readonly string[];
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** Everything that comes round under a regulation: a circular with a period is one of them. */
export function periodicWorks(pack: Pack): readonly PeriodicWork[] {
  return pack.measures.flatMap((measure): readonly PeriodicWork[] => {
    const work = counting(measure);
    return work ? [{ id: measure.id, clause: measure.clause, words: measure.words, ...work }] : [];
  });
}

function counting(measure: Measure): Omit<PeriodicWork, "id" | "clause" | "words"> | null {
  if (measure.is === "periodic") {
    const { what, title = null, months, contents, carriedOutBy = [] } = measure;
    return { what, title, months, with: measure.with, contents, carriedOutBy };
  }
  if (measure.is !== "circularPeriod") return null;
  const months = measure.period === null ? null : monthsOf[measure.period];
  return { what: "circular", title: measure.title ?? null, months, with: [], contents: [], carriedOutBy: [] };
}

/** Whether it results in an official document with a number of its own. */
export function isNumbered({ what }: Pick<PeriodicWork, "what">): boolean {
  return what === "circular" || what === "report";
}

/** What is owed of a work with an interval: the next period, and those that went by without it. */
export interface Owed {
  readonly next: Stretch;
  readonly missing: readonly Stretch[];
}

interface Interval {
  readonly months: number;
  readonly monthStart: number;
  /** The first day on which the work was owed. */
  readonly begun: PlainDate;
  readonly today: PlainDate;
}

/** The day of the month on which every period of a regulation begins: the month of statistics, else the calendar's. */
export function periodStartOf({ settings }: Pack): number {
  return settings.statisticalMonth.value?.startDay ?? 1;
}

/** Periods follow each other without a gap from the one in which it all began; what was done covers its own. */
export function owedOf({ months, monthStart, begun, today }: Interval, done: readonly Stretch[]): Owed {
  const missing: Stretch[] = [];
  const covered = new Set(done.flatMap((work) => coveredBy(work, months, monthStart)));
  for (let day = begun < today ? begun : today; ; ) {
    const period = monthsAround(day, months, monthStart);
    if (!covered.has(period.from)) {
      if (period.to >= today) return { next: period, missing };
      missing.push(period);
    }
    day = addDays(period.to, 1);
  }
}

/** The periods that a work covers, by their first days: those wholly within it, and the one of which it has most days. */
function coveredBy(work: Stretch, months: number, monthStart: number): readonly PlainDate[] {
  const found: { readonly from: PlainDate; readonly days: number; readonly whole: boolean }[] = [];
  for (let day = work.from; day <= work.to; ) {
    const { from, to } = monthsAround(day, months, monthStart);
    const [first, last] = [work.from > from ? work.from : from, work.to < to ? work.to : to];
    found.push({ from, days: daysBetween(first, last), whole: first === from && last === to });
    day = addDays(to, 1);
  }
  const most = Math.max(...found.map(({ days }) => days));
  const main = found.find(({ days }) => days === most);
  return found.filter((period) => period.whole || period === main).map(({ from }) => from);
}
