import { dayOf } from "../calendar/plain-date.ts";
import type { Duty } from "../duty/duty.ts";
import { dutyRule } from "../rules/look-up.ts";
import type { Pack } from "../rules/pack.ts";
import type { Case } from "./case.ts";
import type { Context } from "./context.ts";
import { responsibleAt } from "./chapters/dispatch.ts";
import { type Deed, deed } from "./event.ts";
import { dutiesOf } from "./timeline.ts";

/**
 * What time alone has done to a case by `now`: breaches not yet recorded, each with the persons who answered for the
 * step on its last day, and applications that silence has refused (FZ-8.3-5, FZ-8.4-3, FZ-11.1-1, FZ-11.2-1). A breach
 * on record whose duty is not asked any more, or not late any more under what is known now, is withdrawn (HZ-6.1.1).
 */
export function sweep(kase: Case, ctx: Omit<Context, "actor">): readonly Deed[] {
  const duties = dutiesOf(kase, ctx);
  const breaches = duties
    .filter((duty) => duty.overdueSince !== null && duty.kind === "duty" && !kase.breached.includes(duty.id))
    .flatMap((duty) => breach(duty, kase, ctx));
  return [...withdrawn(duties, kase, ctx.pack), ...breaches];
}

/** Breaches that stand on record without a late duty behind them. What silence has refused stays refused. */
function withdrawn(duties: readonly Duty[], kase: Case, pack: Pack): readonly Deed[] {
  return kase.breached.flatMap((dutyId) => {
    const [id, on] = dutyId.split("/");
    const rule = pack.duties.find((r) => r.id === id);
    if (!rule?.breach || rule.breach.kind === "deemedRefusal" || isFinding(dutyId, pack)) return [];
    const duty = duties.find((d) => d.id === dutyId);
    const stillLate = duty && (duty.overdueSince !== null || duty.due === null || duty.state === "cancelled");
    if (stillLate) return [];
    const legId = kase.legs.some((leg) => leg.id === on) ? (on ?? null) : null;
    return [deed("breachWithdrawn", { dutyId, rule: rule.id, legId, reason: duty ? "notLate" : "notAsked" })];
  });
}

/** What a formality has found against a leg is numbered by the formality, not by a duty. */
function isFinding(dutyId: string, pack: Pack): boolean {
  const id = dutyId.split("/")[0];
  return pack.formalities.some((f) => f.id === id && f.effects.some((effect) => effect.is === "finding"));
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
