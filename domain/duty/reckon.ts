import { addDays, dayOf, type Instant, type PlainDate, plainDate } from "../calendar/plain-date.ts";
import { countTerm, type Term } from "../calendar/term.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import type { DutyRule } from "../rules/pack.ts";
import type { Moment } from "../rules/vocabulary.ts";
import type { Duty, DutyState } from "./duty.ts";
import type { Happening, Timeline } from "./timeline.ts";
import { type Ending, extended, first, inTime, limit } from "./limit.ts";
import { awaitedTerms, withClosings } from "./windows.ts";

/** All duties and windows of a case as they stand at `now`, in the order of the rules. */
export function reckon(
  rules: readonly DutyRule[],
  timeline: Timeline,
  calendar: WorkCalendar,
  now: Instant,
): readonly Duty[] {
  const each = (some: readonly DutyRule[], course: Timeline) =>
    some.flatMap((rule) => starts(rule, course).map((start, n) => reckonOne(rule, start, n, course, calendar, now)));
  const awaited = awaitedTerms(rules);
  const course = awaited.length === 0 ? timeline : withClosings(timeline, each(awaited, timeline), awaited, now);
  return each(rules, course);
}

function starts(rule: DutyRule, timeline: Timeline): readonly Happening[] {
  const all = timeline.happenings.filter(
    (h) => h.moment === rule.start && rule.when.every((condition) => timeline.holds(condition, h)),
  );
  if (!rule.judgedBy) return all;
  return all.filter((h, i) => !all.slice(0, i).some((earlier) => goesOn(rule, earlier, h, timeline)));
}

/** Whether the term that an earlier start opened on the same leg is still the one that counts when the later one comes. */
function goesOn(rule: DutyRule, earlier: Happening, later: Happening, { happenings }: Timeline): boolean {
  if (earlier.legId !== later.legId) return false;
  const between = happenings.slice(happenings.indexOf(earlier) + 1, happenings.indexOf(later) + 1);
  return !between.some((h) => h.legId === later.legId && rule.cancel.includes(h.moment));
}

function reckonOne(
  rule: DutyRule,
  start: Happening,
  n: number,
  timeline: Timeline,
  calendar: WorkCalendar,
  now: Instant,
): Duty {
  const after = afterwards(timeline.happenings, start);
  const startedOn = countedFrom(rule, start);
  const owner = timeline.bodyOf(rule.owner, start, rule.ownerPost);
  const ends = after.filter(
    (h) => (rule.endBy ? h.orgId === owner : true) && (rule.endWhen ?? []).every((c) => timeline.holds(c, h)),
  );
  const end = rule.judgedBy ? earlier(judgedEnd(rule.judgedBy, after), unjudgedEnd(rule, ends)) : first(ends, rule.end);
  const cancelled = first(after, rule.cancel);
  const over = cancelled && (!end || cancelled.at < end.at) ? { ...cancelled, cancelled: true } : end;
  const length = termOf(rule, start, timeline);
  const term = extended(
    rule,
    limit(rule, length, setBy(rule, start, timeline), after, calendar, { on: startedOn, at: start.at }),
    after,
    over,
    calendar,
  );
  const ending = "due" in term ? term : null;
  const due = ending?.due ?? null;
  const dueAt = ending?.dueAt ?? null;
  const pending = rule.judgedBy && !over ? pendingSubmission(rule.judgedBy, after) : null;
  const judgedInTime = pending !== null && ending !== null && inTime(pending.at, ending);
  const last = over?.at ?? (judgedInTime ? pending.at : now);
  const cancelledNow = over !== null && "cancelled" in over;
  const excused = ending !== null && isExcused(rule, after, ending);
  const late = ending !== null && !inTime(last, ending) && !cancelledNow && !excused;
  return {
    id: `${rule.id}/${start.legId ?? start.matterId ?? "case"}/${n}`,
    rule: rule.id,
    kind: rule.kind,
    clause: rule.clause,
    legId: start.legId,
    matterId: start.matterId,
    owner,
    ownerPost: rule.ownerPost,
    startedAt: start.at,
    startedOn,
    term: length,
    due,
    dueAt,
    target: targetOf(rule, startedOn, calendar),
    extendedFrom: "extendedFrom" in term ? (term.extendedFrom ?? null) : null,
    count: "count" in term ? term.count : null,
    gap: "gap" in term ? term.gap : null,
    state:
      excused && over === null
        ? "reported"
        : state(over !== null, cancelledNow, late, "paused" in term, pending !== null),
    endedAt: over?.at ?? null,
    endedOn: over ? dayOf(over.at) : null,
    overdueSince: late ? overdueFrom(ending) : null,
    flagged: rule.flaggedWhile !== undefined && openInterval(after, rule.flaggedWhile),
  };
}

function state(over: boolean, cancelled: boolean, late: boolean, paused: boolean, judged: boolean): DutyState {
  if (cancelled) return "cancelled";
  if (over) return late ? "metLate" : "met";
  if (paused) return "paused";
  return judged ? "awaitingVerdict" : "open";
}

/** What came after `start` on the same leg or matter; where either side names none, the whole case is meant. */
function afterwards(happenings: readonly Happening[], start: Happening): readonly Happening[] {
  return happenings.slice(happenings.indexOf(start) + 1).filter((h) => {
    if (start.legId !== null) return h.legId === start.legId || (h.legId === null && h.matterId === null);
    return start.matterId === null || h.matterId === null || h.matterId === start.matterId;
  });
}

/** The day from which the term runs: a formality may name one that lies before the day it was carried out. */
function countedFrom(rule: DutyRule, start: Happening): PlainDate {
  const named = rule.countFrom === undefined ? undefined : start.values?.[rule.countFrom];
  const on = dayOf(start.at);
  return typeof named === "string" && named < on ? plainDate(named) : on;
}

/** The term that holds for what began: by what was stated then, where the rule has a table. */
function termOf({ limit, limits }: DutyRule, start: Happening, timeline: Timeline): Term | null {
  const stated = limits && timeline.stated(limits.by, start);
  return (typeof stated === "string" ? limits?.of[stated] : undefined) ?? limit;
}

/** The last day that somebody has set for it: whoever sent the case, or a formality in the field that the rule names. */
function setBy(rule: DutyRule, start: Happening, timeline: Timeline): PlainDate | null {
  const named = rule.byField === undefined ? null : timeline.stated(rule.byField, start);
  const days = [start.by, typeof named === "string" ? plainDate(named) : undefined].filter((day) => day !== undefined);
  return days.toSorted()[0] ?? null;
}

/** Having said in time why it takes longer, the owner is not late, neither while the duty is open nor once it is done. */
function isExcused(rule: DutyRule, after: readonly Happening[], term: Ending): boolean {
  return rule.excusedBy !== undefined && after.some((h) => h.moment === rule.excusedBy && inTime(h.at, term));
}

/** The first day on which it is late: the one after its last day, or the very day on which the clock ran out. */
function overdueFrom({ due, dueAt }: Ending): PlainDate {
  return dueAt === null ? addDays(due, 1) : dayOf(dueAt);
}

function targetOf(rule: DutyRule, startedOn: PlainDate, calendar: WorkCalendar): PlainDate | null {
  if (!rule.target) return null;
  const counted = countTerm(calendar, startedOn, rule.target);
  return "due" in counted ? counted.due : null;
}

type Judging = NonNullable<DutyRule["judgedBy"]>;

/** The submission that was passed in the end: its time, not the verdict's, decides. */
function judgedEnd(judging: Judging, after: readonly Happening[]): Happening | null {
  const verdict = after.findIndex((h) => h.moment === judging.passed);
  if (verdict < 0) return null;
  return after.slice(0, verdict).findLast((h) => h.moment === judging.submitted) ?? null;
}

/** What ends the duty besides an answer that a verdict is given on: a report of progress, say. */
function unjudgedEnd(rule: DutyRule, ends: readonly Happening[]): Happening | null {
  const judged: readonly Moment[] = [rule.judgedBy?.submitted, rule.judgedBy?.passed].filter((m) => m !== undefined);
  return first(
    ends,
    rule.end.filter((moment) => !judged.includes(moment)),
  );
}

function earlier(one: Happening | null, other: Happening | null): Happening | null {
  return one && other ? (other.at < one.at ? other : one) : (one ?? other);
}

function pendingSubmission(judging: Judging, after: readonly Happening[]): Happening | null {
  const last = after.findLast((h) => h.moment === judging.submitted || h.moment === judging.returned);
  return last?.moment === judging.submitted ? last : null;
}

function openInterval(after: readonly Happening[], interval: NonNullable<DutyRule["flaggedWhile"]>): boolean {
  const opened = after.findLastIndex((h) => h.moment === interval.from);
  return opened >= 0 && !after.slice(opened).some((h) => interval.until.includes(h.moment));
}
