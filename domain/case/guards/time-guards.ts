import { countTerm } from "../../calendar/term.ts";
import { isOpen } from "../../duty/duty.ts";
import type { ClauseId } from "../../rules/clause.ts";
import { type Refusal, refuse } from "../../rules/refusal.ts";
import { type Context, today } from "../context.ts";
import type { Situation } from "../situation.ts";
import { dutiesOf } from "../timeline.ts";

/** A case that is sent out must carry a limit (FZ-2-2), so every year its terms fall in must be loaded. */
export function dueDateKnown(clause: ClauseId, { kase, ctx, asked }: Situation): Refusal | null {
  const track = asked?.classification?.track ?? kase.track ?? "public";
  for (const rule of ctx.pack.duties) {
    const onReceipt = rule.start === "unit.received" || rule.start === "countyBureau.received";
    const applies = rule.when.every((condition) => condition.is !== "track" || condition.value === track);
    if (!onReceipt || !applies || !rule.limit) continue;
    const count = countTerm(ctx.calendar, today(ctx), rule.limit);
    if ("gap" in count) return refuse("term.calendarMissing", clause, { year: count.gap });
  }
  return null;
}

export function windowOpen(ruleId: string, clause: ClauseId, { kase, leg, ctx }: Situation): Refusal | null {
  const windows = dutiesOf(kase, ctx).filter((d) => d.rule === ruleId && d.legId === (leg?.id ?? null) && isOpen(d));
  const last = windows.at(-1);
  if (!last) return null;
  if (last.gap !== null) return refuse("term.calendarMissing", clause, { year: last.gap });
  return last.due !== null && today(ctx) > last.due ? refuse("return.windowClosed", clause, { due: last.due }) : null;
}

export function timelyRepliesOver(n: number, clause: ClauseId, ctx: Context): Refusal | null {
  const most = Math.max(0, ...Object.values(ctx.chain.timelyReplies));
  if (ctx.chain.lastReply === null) return refuse("repeat.notLinked", clause);
  return most > n ? null : refuse("repeat.tooFewTimelyReplies", clause, { counted: most, over: n });
}
