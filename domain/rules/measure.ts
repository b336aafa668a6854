import type { Post } from "../office/org.ts";
import type { Entry } from "./entry.ts";
import type { LadderStep, Sanction } from "./sanction.ts";
import type { BreachKind } from "./vocabulary.ts";

/** Rates that compare units; each is a fraction of counted cases, never a bare percentage (FZ-12). */
export const rateNames = ["viewedInTime", "repliedInTime", "passedFirstAudit", "satisfied"] as const;
export type RateName = (typeof rateNames)[number];

/** What the regulation counts, and what follows from the count. */
export type Measure = Entry & Counting;

type Counting =
  | { readonly is: "firstMiss"; readonly of: BreachKind; readonly leadsTo: Sanction }
  | {
      readonly is: "monthlyCount";
      readonly of: BreachKind;
      readonly count: number;
      readonly month: "calendar";
      readonly leadsTo: Sanction;
    }
  | { readonly is: "causeDecides"; readonly of: readonly BreachKind[]; readonly leadsTo: readonly Sanction[] }
  | { readonly is: "leadAlone"; readonly of: readonly BreachKind[] }
  | { readonly is: "ladder"; readonly period: "year"; readonly steps: readonly LadderStep[] | null }
  | { readonly is: "registryGap"; readonly gap: Post; readonly answers: Post; readonly of: readonly BreachKind[] }
  | { readonly is: "circularPeriod"; readonly period: "month" | "quarter" | "year" | null }
  | {
      readonly is: "commendation";
      readonly period: "year";
      readonly rates: readonly RateName[];
      /** Per cent by rate, summing to 100; null: rates are shown side by side and no order is made. */
      readonly weights: Readonly<Record<RateName, number>> | null;
    };

/** The measure of a kind in a pack's list; null when the pack has none. */
export function measureOf<K extends Counting["is"]>(
  measures: readonly Measure[],
  is: K,
): Extract<Measure, { is: K }> | null {
  return (measures.find((measure) => measure.is === is) as Extract<Measure, { is: K }> | undefined) ?? null;
}
