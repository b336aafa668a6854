import { beginsReply } from "../rules/look-up.ts";
import type { DutyRule, Pack } from "../rules/pack.ts";

/** The steps of a case that units are compared by. */
export const steps = ["dispatch", "view", "submit", "reply", "rework", "audit"] as const;
export type Step = (typeof steps)[number];

/** The step that a rule with a term times; null for one that no unit is compared by. */
export function stepOf(rule: DutyRule): Step | null {
  if (rule.kind !== "duty" || rule.limit === null) return null;
  if (rule.start === "reply.submitted") return "audit";
  if (rule.start === "reply.returned") return "rework";
  if (rule.end.includes("unit.viewed")) return "view";
  if (rule.end.includes("unit.submittedToLeader")) return "submit";
  if (rule.end.includes("reply.submitted") && (beginsReply(rule) || rule.start === "topBureau.received"))
    return "reply";
  const sends = rule.end.includes("matter.dispatched") || rule.end.includes("countyBureau.dispatched");
  return sends ? "dispatch" : null;
}

/** The rules of a pack by the step that they time. */
export function rulesOfStep(pack: Pack, step: Step): readonly string[] {
  return pack.duties.filter((rule) => stepOf(rule) === step).map((rule) => rule.id);
}
