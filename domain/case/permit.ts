import { orgOf } from "../office/office.ts";
import { powersFor } from "../rules/look-up.ts";
import type { ClauseId } from "../rules/clause.ts";
import type { Guard, Holder } from "../rules/power.ts";
import { type Refusal, refuse } from "../rules/refusal.ts";
import type { Act, CaseStage, LegStage } from "../rules/vocabulary.ts";
import { bodiesOf } from "./bodies.ts";
import type { Actor, Case, Leg } from "./case.ts";
import type { Context } from "./context.ts";
import { allowedAt } from "./transitions.ts";

/** A power or a formality: by whom, when, and under what conditions something may be done. */
export interface Permission {
  readonly clause: ClauseId;
  readonly by: readonly Holder[];
  readonly from: readonly (CaseStage | LegStage)[];
  readonly guards: readonly Guard[];
}

/** The powers under which an actor may do an act here and now, guards apart; or why there are none. */
export function permit(
  act: Act,
  kase: Case,
  leg: Leg | null,
  ctx: Context,
  known: readonly Permission[] = powersFor(ctx.pack, act),
): readonly Permission[] | Refusal {
  const { actor } = ctx;
  if (actor.kind === "staff" && kase.recused.includes(actor.personId)) return refuse("act.recused", null, { act });
  const own = known.filter((power) => power.by.some((holder) => matches(holder, ctx.actor, kase, leg, ctx)));
  if (own.length === 0) {
    const needs = known.flatMap((power) => power.by.map((holder) => holder.post));
    return refuse("act.notYourPost", known[0]?.clause ?? null, { act, needs: [...new Set(needs)] });
  }
  const stage = leg?.stage ?? kase.stage;
  const open = own.filter((power) => power.from.includes(stage));
  if (open.length > 0 && allowedAt(act, stage)) return open;
  return refuse("act.notAtThisStage", own[0]?.clause ?? null, {
    act,
    stage,
    stages: own.flatMap((power) => power.from),
  });
}

/** Whether the actor is who a rule names: a post in the body that the case or leg points to. */
export function matches(holder: Holder, actor: Actor, kase: Case, leg: Leg | null, ctx: Context): boolean {
  if (actor.kind !== "staff") return holder.post === actor.kind;
  if (holder.post === "petitioner" || holder.post === "system" || !actor.posts.includes(holder.post)) return false;
  const org = orgOf(ctx.office, actor.orgId);
  if (holder.level && org.level !== holder.level) return false;
  if (holder.kind && org.kind !== holder.kind) return false;
  return holder.body === "anyone" || bodiesOf(holder.body, kase, leg, ctx).includes(actor.orgId);
}
