import { monthOf, type PlainDate } from "../calendar/plain-date.ts";
import type { OrgId, Post } from "../office/org.ts";
import { type Measure, measureOf } from "../rules/measure.ts";
import type { BreachFact, LadderStep, Sanction } from "../rules/sanction.ts";

/** A sanction that the count of breaches calls for; a person decides on it. */
export interface Proposal {
  readonly orgId: OrgId;
  readonly sanction: Sanction;
  /** The day of the breach that reached the count. */
  readonly on: PlainDate;
  /** The breaches counted, oldest first. */
  readonly days: readonly PlainDate[];
  readonly measure: string;
}

/** Proposals that follow from the breaches of a calendar month, unit by unit (FZ-11.1-2). */
export function monthlyProposals(breaches: readonly BreachFact[], measures: readonly Measure[]): readonly Proposal[] {
  const rule = measureOf(measures, "monthlyCount");
  if (!rule) return [];
  const groups = new Map<string, BreachFact[]>();
  for (const breach of breaches.filter((b) => b.kind === rule.of)) {
    const key = `${breach.orgId}/${monthOf(breach.on)}`;
    groups.set(key, [...(groups.get(key) ?? []), breach]);
  }
  return [...groups.values()].flatMap((group) => {
    const days = group.map((breach) => breach.on).sort();
    const on = days[rule.count - 1];
    const orgId = group[0]?.orgId;
    if (on === undefined || orgId === undefined) return [];
    return [{ orgId, sanction: rule.leadsTo, on, days: days.slice(0, rule.count), measure: rule.id }];
  });
}

/** What a cause leads to: only a human one has consequences (FZ-11.2-1). */
export function sanctionsFor(
  kind: BreachFact["kind"],
  cause: "human" | "notHuman" | null,
  measures: readonly Measure[],
): readonly Sanction[] {
  const first = measureOf(measures, "firstMiss");
  if (first?.of === kind) return [first.leadsTo];
  const rule = measureOf(measures, "causeDecides");
  return rule?.of.includes(kind) && cause === "human" ? rule.leadsTo : [];
}

/** Whether a breach of this kind has consequences only once its cause is decided. */
export function needsCause(kind: BreachFact["kind"], measures: readonly Measure[]): boolean {
  return measureOf(measures, "causeDecides")?.of.includes(kind) === true;
}

/** The leader who answers after so many admonitions in the period; null while no ladder is set (FZ-11.3). */
export function ladderPost(admonitions: number, steps: readonly LadderStep[] | null): Post | null {
  const reached = (steps ?? []).filter((step) => admonitions >= step.count).sort((a, b) => b.count - a.count);
  return reached[0]?.post ?? null;
}
