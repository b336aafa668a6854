import type { DutyRule } from "../rules/pack.ts";
import { type Duty, isOpen } from "./duty.ts";

/**
 * The last day of the term that a duty runs inside of, where it has none of its own: once the first term is met and a
 * redo runs on the same leg, the redo's (FZ-8.4-2).
 */
export function enclosingDue(duty: Duty, duties: readonly Duty[], rules: readonly DutyRule[]): Duty["due"] {
  const inside = rules.find((rule) => rule.id === duty.rule)?.inside;
  if (!inside || duty.due !== null) return null;
  const judged = new Set(rules.filter((rule) => rule.judgedBy).map((rule) => rule.id));
  const onLeg = duties.filter((d) => d.legId === duty.legId);
  const redo = onLeg.find((d) => judged.has(d.rule) && isOpen(d) && d.startedAt <= duty.startedAt);
  return (redo ?? onLeg.findLast((d) => d.rule === inside))?.due ?? null;
}
