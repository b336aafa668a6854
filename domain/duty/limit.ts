import { dayOf, type PlainDate } from "../calendar/plain-date.ts";
import { type Count, countTerm, type Pause, type Term } from "../calendar/term.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { DutyRule } from "../rules/pack.ts";
import type { Moment } from "../rules/vocabulary.ts";
import type { Happening } from "./timeline.ts";

type Limit =
  | { due: PlainDate; count: Count | null; extendedFrom?: PlainDate }
  | { paused: true }
  | { gap: number }
  | { none: true };

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
    if (!valid || dayOf(valid.at) > run.due || (over !== null && valid.at > over.at)) continue;
    n = Math.min(extension.most.n, n + (grant.days ?? 0));
    if (n > 0) run = lengthened(term, { ...extension.most, n }, calendar);
  }
  return run;
}

function lengthened(term: Extract<Limit, { due: PlainDate }>, by: Term, calendar: WorkCalendar): Limit {
  const counted = countTerm(calendar, term.due, by);
  if ("gap" in counted) return { gap: counted.gap };
  if ("standsSince" in counted) return { paused: true };
  const days = [...(term.count?.days ?? []), ...counted.days];
  return { due: counted.due, count: { due: counted.due, days }, extendedFrom: term.due };
}

export function limit(
  rule: DutyRule,
  set: PlainDate | null,
  after: readonly Happening[],
  calendar: WorkCalendar,
  startedOn: PlainDate,
): Limit {
  const by = rule.by ? set : null;
  if (by && (rule.by === "set" || !rule.limit)) return { due: by, count: null };
  if (!rule.limit) return { none: true };
  const counted = countTerm(calendar, startedOn, rule.limit, rule.pause ? pauses(rule.pause, after) : []);
  if ("gap" in counted) return { gap: counted.gap };
  if ("standsSince" in counted) return { paused: true };
  return by && by < counted.due ? { due: by, count: null } : { due: counted.due, count: counted };
}

export function first(after: readonly Happening[], moments: readonly Moment[]): Happening | null {
  return after.find((h) => moments.includes(h.moment)) ?? null;
}

function pauses(rule: NonNullable<DutyRule["pause"]>, after: readonly Happening[]): readonly Pause[] {
  return after
    .filter((h) => h.moment === rule.from)
    .map((h) => {
      const until = first(after.slice(after.indexOf(h) + 1), rule.until);
      return { from: dayOf(h.at), until: until ? dayOf(until.at) : null, why: rule.from };
    });
}
