import { dayOf } from "../calendar/plain-date.ts";
import type { Duty } from "../duty/duty.ts";
import { dutyRule } from "../rules/look-up.ts";
import type { Case } from "./case.ts";
import type { Context } from "./context.ts";
import { responsibleAt } from "./chapters/dispatch.ts";
import { type Deed, deed } from "./event.ts";
import { dutiesOf } from "./timeline.ts";

/**
 * What time alone has done to a case by `now`: breaches not yet recorded, each with the persons who answered for the
 * step on its last day, and applications that silence has refused (FZ-8.3-5, FZ-8.4-3, FZ-11.1-1, FZ-11.2-1).
 */
export function sweep(kase: Case, ctx: Omit<Context, "actor">): readonly Deed[] {
  return dutiesOf(kase, ctx)
    .filter((duty) => duty.overdueSince !== null && duty.kind === "duty" && !kase.breached.includes(duty.id))
    .flatMap((duty) => breach(duty, kase, ctx));
}

function breach(duty: Duty, kase: Case, ctx: Omit<Context, "actor">): readonly Deed[] {
  const rule = dutyRule(ctx.pack, duty.rule);
  if (!rule.breach || duty.owner === null || duty.overdueSince === null || duty.due === null) return [];
  const { kind } = rule.breach;
  const recorded = deed("dutyBreached", {
    dutyId: duty.id,
    rule: rule.id,
    legId: duty.legId,
    orgId: duty.owner,
    kind,
    on: duty.overdueSince,
    responsible: responsibleAt(duty.owner, kase, ctx, duty.due),
  });
  if (kind === "deemedRefusal" && duty.legId !== null) {
    return [recorded, deed("returnRefused", { legId: duty.legId, reason: null, deemed: true })];
  }
  const lapsed = kind === "lapsedUnhandled" && duty.endedAt !== null && duty.legId !== null;
  return lapsed
    ? [recorded, deed("overdueChanged", { legId: duty.legId as string, kind: "lateHandling", on: dayOf(duty.endedAt) })]
    : [recorded];
}

/** A reply that comes after its term has lapsed turns 过期未处理 into 逾期办理 (FZ-11.2-1). */
export function lateReply(kase: Case, legId: string, ctx: Context): readonly Deed[] {
  const leg = kase.legs.find((l) => l.id === legId);
  return leg?.overdue === "lapsedUnhandled"
    ? [deed("overdueChanged", { legId, kind: "lateHandling", on: dayOf(ctx.now) })]
    : [];
}
