import { inTime, endingOf } from "../../duty/limit.ts";
import { timeOfDay } from "../../calendar/plain-date.ts";
import { type Duty, isOpen } from "../../duty/duty.ts";
import type { ClauseId } from "../../rules/clause.ts";
import { type Fact, type Refusal, refuse } from "../../rules/refusal.ts";
import type { Context } from "../context.ts";
import type { Situation } from "../situation.ts";
import { dutiesOf } from "../timeline.ts";

/** A case that is sent out must carry a limit (FZ-2-2), so every year its terms fall in must be loaded. */
export function dueDateKnown(clause: ClauseId, { kase, ctx, asked }: Situation): Refusal | null {
  const track = asked?.classification?.track ?? kase.track ?? "public";
  for (const rule of ctx.pack.duties) {
    const onReceipt = rule.start === "unit.received" || rule.start === "countyBureau.received";
    const applies = rule.when.every((condition) => condition.is !== "track" || condition.value === track);
    if (!onReceipt || !applies || !rule.limit) continue;
    const term = endingOf(rule.limit, ctx.now, ctx.calendar);
    if ("gap" in term) return refuse("term.calendarMissing", clause, { year: term.gap });
  }
  return null;
}

export function windowOpen(ruleId: string, clause: ClauseId, { kase, leg, ctx }: Situation): Refusal | null {
  const windows = dutiesOf(kase, ctx).filter((d) => d.rule === ruleId && d.legId === (leg?.id ?? null) && isOpen(d));
  const last = windows.at(-1);
  if (!last) return null;
  if (last.gap !== null) return refuse("term.calendarMissing", clause, { year: last.gap });
  return isOver(last, ctx) ? refuse("return.windowClosed", clause, lastMoment(last)) : null;
}

export function timelyRepliesOver(n: number, clause: ClauseId, ctx: Context): Refusal | null {
  const most = Math.max(0, ...Object.values(ctx.chain.timelyReplies));
  if (ctx.chain.lastReply === null) return refuse("repeat.notLinked", clause);
  return most > n ? null : refuse("repeat.tooFewTimelyReplies", clause, { counted: most, over: n });
}

/** Urging is for what is late: at least one of these duties must be overdue on the leg. */
export function overdue(rules: readonly string[], clause: ClauseId, { kase, leg, ctx }: Situation): Refusal | null {
  const late = dutiesOf(kase, ctx).some(
    (d) => rules.includes(d.rule) && isOpen(d) && d.overdueSince !== null && (leg === null || d.legId === leg.id),
  );
  return late ? null : refuse("term.notOverdue", clause);
}

/** What changes a term must come before its last day is over. */
export function beforeDue(rule: string, clause: ClauseId, { kase, leg, ctx }: Situation): Refusal | null {
  const duty = dutiesOf(kase, ctx).findLast((d) => d.rule === rule && isOpen(d) && d.legId === (leg?.id ?? null));
  if (!duty) return refuse("term.alreadyOver", clause, { due: null });
  return isOver(duty, ctx) ? refuse("term.alreadyOver", clause, lastMoment(duty)) : null;
}

/** A right that lapses: it has begun, nobody has used it yet, and its last day is not over. */
export function withinWindow(rule: string, clause: ClauseId, { kase, leg, ctx }: Situation): Refusal | null {
  const last = dutiesOf(kase, ctx).findLast((d) => d.rule === rule && isOpen(d) && d.legId === (leg?.id ?? null));
  if (!last) return refuse("window.notOpen", clause);
  return isOver(last, ctx) ? refuse("window.closed", clause, lastMoment(last)) : null;
}

/** A right whose last day is over has lapsed; where nobody has set a last day it has not. */
export function windowNotOver(rule: string, clause: ClauseId, { kase, ctx }: Situation): Refusal | null {
  const last = dutiesOf(kase, ctx).findLast((d) => d.rule === rule && isOpen(d));
  return last && isOver(last, ctx) ? refuse("window.closed", clause, lastMoment(last)) : null;
}

/** The last day, and the time of day where the term ends by the clock. */
function lastMoment({ due, dueAt }: Duty): Readonly<Record<string, Fact>> {
  return dueAt === null ? { due } : { due, time: timeOfDay(dueAt) };
}

function isOver({ due, dueAt }: Duty, { now }: Context): boolean {
  return due !== null && !inTime(now, { due, dueAt });
}
