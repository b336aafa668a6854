import type { LegStage } from "../rules/vocabulary.ts";
import type { Leg, Case } from "./case.ts";

/** The leg with this id; null when the case has none. */
export function legOf(kase: Case, id: string | null): Leg | null {
  return kase.legs.find((leg) => leg.id === id) ?? null;
}

const closedStages: readonly LegStage[] = ["passed", "recalled"];

/** Legs on which somebody still has to act or has handed on. */
export function openLegs(kase: Case): readonly Leg[] {
  return kase.legs.filter((leg) => !closedStages.includes(leg.stage));
}

/** The lead leg of a matter, once it has been dispatched. */
export function leadLeg(kase: Case, matterId: string): Leg | null {
  const matter = kase.matters.find((m) => m.id === matterId);
  return matter ? legOf(kase, matter.leadLegId) : null;
}
