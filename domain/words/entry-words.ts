import { zh } from "./zh.ts";
import type { Measure } from "../rules/measure.ts";
import type { DutyRule } from "../rules/pack.ts";
import type { Power } from "../rules/power.ts";
import type { Term } from "../calendar/term.ts";
import { fill } from "./fill.ts";

/** What stands where the regulation names nothing. */
export const silent = zh.terms.silent;

/** A term in words. */
export function termWords(term: Term | null): string {
  if (!term) return silent;
  if (term.unit === "sameDay") return zh.terms.sameDay;
  return fill(term.unit === "workingDay" ? zh.terms.workingDay : zh.terms.calendarDay, { n: term.n });
}

/** From what a duty runs, and for how long. */
export function dutyValue(rule: DutyRule): string {
  return fill(zh.terms.from, { moment: zh.moments[rule.start], term: termWords(rule.limit) });
}

/** Which act, and who may do it. */
export function powerValue(power: Power): string {
  const names = power.by.map((holder) =>
    holder.post === "petitioner"
      ? zh.timeline.petitioner
      : holder.post === "system"
        ? zh.timeline.system
        : zh.posts[holder.post],
  );
  return `${zh.acts[power.act]}：${[...new Set(names)].join("、")}`;
}

/** What is counted, and what follows. */
export function measureValue(measure: Measure): string {
  switch (measure.is) {
    case "firstMiss":
      return fill(zh.measures.first, { sanction: zh.sanctions[measure.leadsTo] });
    case "monthlyCount":
      return fill(zh.measures.monthly, { n: measure.count, sanction: zh.sanctions[measure.leadsTo] });
    case "causeDecides":
      return fill(zh.measures.cause, { sanctions: measure.leadsTo.map((s) => zh.sanctions[s]) });
    case "ladder":
      return measure.steps === null
        ? silent
        : measure.steps.map((s) => fill(zh.measures.ladderStep, { n: s.count, post: zh.posts[s.post] })).join("；");
    case "circularPeriod":
      return measure.period ?? silent;
    case "commendation":
      return measure.weights === null
        ? fill(zh.measures.rates, { rates: measure.rates.map((r) => zh.rates[r]), silent })
        : "";
    case "leadAlone":
      return zh.measures.leadAlone;
    case "registryGap":
      return fill(zh.measures.registryGap, { gap: zh.posts[measure.gap], answers: zh.posts[measure.answers] });
  }
}
