import type { Happening } from "../../duty/timeline.ts";
import type { Condition, Guard } from "../../rules/power.ts";
import { type Refusal, refuse } from "../../rules/refusal.ts";
import type { Situation } from "../situation.ts";
import { holds } from "../timeline.ts";

/**
 * Conditions that the regulation puts on a step. What is filled in is asked like what a happening states; while a step
 * is only listed nothing is filled in yet, and conditions on it are left open.
 */
export function needed(
  { all, says, clause }: Extract<Guard, { is: "needs" }>,
  { kase, leg, ctx, asked }: Situation,
): Refusal | null {
  const here: Happening = {
    moment: "done.asked",
    at: ctx.now,
    legId: leg?.id ?? null,
    matterId: null,
    ...(asked?.values ? { values: asked.values } : {}),
  };
  const open = (condition: Condition) => asked === null && asksValue(condition);
  return all.every((condition) => open(condition) || holds(condition, kase, here, ctx))
    ? null
    : refuse("rule.needs", clause, { says });
}

function asksValue(condition: Condition): boolean {
  if (condition.is === "any") return condition.of.some(asksValue);
  return condition.is === "not" ? asksValue(condition.of) : condition.is === "value";
}
