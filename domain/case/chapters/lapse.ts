import { organsAbove } from "../../office/office.ts";
import type { LapseEffect } from "../../rules/formality.ts";
import { endedStages, withUnitStages } from "../../rules/vocabulary.ts";
import type { Case, Leg } from "../case.ts";
import type { Context } from "../context.ts";
import { type CaseEvent, type Deed, deed } from "../event.ts";
import { evolve } from "../evolve.ts";
import { legOf, openLegs } from "../legs.ts";
import { dutiesOf } from "../timeline.ts";
import { isRefusal } from "./chapter.ts";
import { open } from "./dispatch.ts";
import { published } from "./published.ts";

type World = Omit<Context, "actor">;

/**
 * What comes about by itself because a term is over and nobody has done what was owed: the first such term that is not
 * written down yet, with its consequences; empty when there is none. A consequence that the case does not allow any
 * more is left out, the lapse itself stands.
 */
export function nextLapse(kase: Case, ctx: World): readonly Deed[] {
  const rules = ctx.pack.duties.filter(({ onLapse }) => onLapse !== undefined && onLapse.length > 0);
  if (rules.length === 0) return [];
  const known = kase.lapsed ?? [];
  const duty = dutiesOf(kase, ctx).find(
    ({ id, rule, overdueSince, endedAt }) =>
      overdueSince !== null && endedAt === null && !known.includes(id) && rules.some((one) => one.id === rule),
  );
  const rule = rules.find(({ id }) => id === duty?.rule);
  if (!duty || !rule) return [];
  const leg = legOf(kase, duty.legId);
  const lapsed = deed("termLapsed", { dutyId: duty.id, rule: rule.id, legId: duty.legId });
  return [lapsed, ...(rule.onLapse ?? []).flatMap((effect) => bringAbout(effect, rule.title, kase, leg, ctx))];
}

function bringAbout(effect: LapseEffect, title: string, kase: Case, leg: Leg | null, ctx: World): readonly Deed[] {
  switch (effect.is) {
    case "archive":
      return endedStages.includes(kase.stage) && kase.stage !== "archived" ? [deed("archived", {})] : [];
    case "endLeg":
      return leg && isAtWork(kase, leg) ? [deed("referenceClosed", { legId: leg.id })] : [];
    case "redo":
      return leg?.role === "lead" && leg.stage === "passed" && withUnitStages.includes(kase.stage)
        ? [deed("replyReopened", { legId: leg.id }), ...takenDown(kase, leg, title)]
        : [];
    case "publish": {
      const ruling = published(kase, leg);
      return isRefusal(ruling) ? [] : ruling;
    }
    case "passUp":
      return leg && isAtWork(kase, leg) ? passedUp(leg, title, kase, ctx) : [];
    case "urgent":
      return kase.urgent === true ? [] : [deed("urgencyMarked", { urgent: true })];
  }
}

function isAtWork(kase: Case, leg: Leg): boolean {
  return leg.kind === "unit" && openLegs(kase).some(({ id }) => id === leg.id);
}

function takenDown(kase: Case, leg: Leg, reason: string): readonly Deed[] {
  return kase.matters
    .filter(({ id, publication }) => id === leg.matterId && publication === "published")
    .map(({ id }) => deed("takenDown", { matterId: id, reason }));
}

/** The organ a level above takes the lead; where the tree knows none, the leg stays where it is. */
function passedUp(leg: Leg, title: string, kase: Case, ctx: World): readonly Deed[] {
  const [above] = organsAbove(ctx.office, leg.orgId);
  if (above === undefined) return [];
  const back = deed("legRecalled", { legId: leg.id, reason: title });
  const after = evolve(kase, { ...back, at: ctx.now, by: { kind: "system" } } as CaseEvent);
  const sending = { targets: [{ orgId: above, role: leg.role }], note: title };
  const opened = open(sending, leg.matterId, leg.sender, legOf(after, leg.parentId), kase.legs.length, after, ctx);
  return [back, ...opened];
}
