import { type DayTerm, isByClock } from "../domain/calendar/term.ts";
import { beginsReply, replyRules } from "../domain/rules/look-up.ts";
import type { DutyRule, Pack } from "../domain/rules/pack.ts";

/**
 * The rules that an old answer can be judged by, one for each term in days: only the days of receipt and answer are known, so a
 * term that runs from acceptance is counted from receipt. Without any term, the rule that leaves it unwritten.
 */
export function answeringRules(pack: Pack): readonly DutyRule[] {
  const timed = replyRules(pack).filter(({ limit }) => limit !== null && !isByClock(limit));
  const distinct = timed.filter((rule, i) => timed.findIndex((other) => sameTerm(rule, other)) === i);
  if (distinct.length > 0) return distinct;
  return pack.duties
    .filter((rule) => rule.kind === "duty" && beginsReply(rule) && rule.end.includes("reply.submitted"))
    .slice(0, 1);
}

/** The term of a rule, where days alone can say whether it was kept. */
export function dayTermOf(rule: DutyRule | null | undefined): DayTerm | null {
  const limit = rule?.limit ?? null;
  return limit === null || isByClock(limit) ? null : limit;
}

function sameTerm(one: DutyRule, other: DutyRule): boolean {
  return one.limit?.n === other.limit?.n && one.limit?.unit === other.limit?.unit;
}
