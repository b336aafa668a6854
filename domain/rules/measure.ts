import type { OrgKind, Post } from "../office/org.ts";
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
  | {
      readonly is: "circularPeriod";
      /** What the regulation calls it, for headings; absent: the general name of its kind. */
      readonly title?: string;
      readonly period: "month" | "quarter" | "year" | null;
    }
  | {
      readonly is: "commendation";
      readonly period: "year";
      readonly rates: readonly RateName[];
      /** Per cent by rate, summing to 100; null: rates are shown side by side and no order is made. */
      readonly weights: Readonly<Record<RateName, number>> | null;
      /** The post whose holders are commended beside their unit. */
      readonly persons?: Post;
      /** Who rewards, in the words of the regulation; what the reward is, no text says. */
      readonly reward?: string;
    }
  /** A share that the regulation wants reached, 0.6 for sixty per cent. */
  | { readonly is: "rateTarget"; readonly rate: "published"; readonly atLeast: number }
  /** What comes round: a circular, an inspection, calls back, a meeting, a report. Null where no interval is named. */
  | {
      readonly is: "periodic";
      readonly what: "circular" | "inspection" | "callBacks" | "meeting" | "report";
      /** What the regulation calls it, for headings; absent: the general name of its kind. */
      readonly title?: string;
      readonly months: number | null;
      readonly with: readonly OrgKind[];
      readonly contents: readonly string[];
      /** The formalities by which it is carried out on each case. */
      readonly carriedOutBy?: readonly string[];
    }
  /** What an organisation is assessed by: each indicator is a fraction of what it owed, or of those who rated. */
  | { readonly is: "indicators"; readonly counted: readonly Indicator[] }
  /** Matters that many raise: counted together, and from what size. */
  | { readonly is: "clusters"; readonly by: readonly string[]; readonly size: number | null }
  /** Places that are watched for messages: the values of this field of this formality, by whoever may carry it out. */
  | { readonly is: "sources"; readonly of: { readonly formality: string; readonly field: string } }
  | { readonly is: "praiseAndCriticism"; readonly praise: readonly string[]; readonly criticism: readonly string[] }
  /** Who is answerable for what, and what may follow; pairs where the regulation ties one to the other. */
  | {
      readonly is: "consequences";
      readonly causes: readonly string[];
      readonly consequences: readonly string[];
      readonly pairs: readonly (readonly [cause: string, consequence: string])[] | null;
    };

/** `duties`: of those that the body owed, how many it did in time; `rated`: of those who rated, how many were satisfied. */
export type Indicator =
  | { readonly name: string; readonly duties: readonly string[] }
  | { readonly name: string; readonly rated: true };

/** The measure of a kind in a pack's list; null when the pack has none. */
export function measureOf<K extends Counting["is"]>(
  measures: readonly Measure[],
  is: K,
): Extract<Measure, { is: K }> | null {
  return (measures.find((measure) => measure.is === is) as Extract<Measure, { is: K }> | undefined) ?? null;
}
