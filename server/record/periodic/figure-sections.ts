import { type Counts, type FigureName, figureNames, isShare } from "../../../domain/accountability/figures.ts";
import { percentage } from "../../../domain/accountability/rates.ts";
import { amount, rateOf } from "../../../domain/accountability/statistics.ts";
import { fill } from "../../../domain/words/fill.ts";
import { periodicWords as w } from "../../../domain/words/periodic.ts";
import { figureWords } from "../../../domain/words/statistics.ts";
import type { Gathered, NamedCounts } from "./gather.ts";
import { type Section, tableSection } from "./section.ts";

/** Figures that count what a regulation may not know of. */
const ofRatings: readonly FigureName[] = ["satisfaction", "participation"];
const ofTargets: readonly FigureName[] = ["publicationOfAll"];

/** The period as a whole: every figure with both its numbers, and how what is wanted was reached. */
export function overallSection({ whole, asksRatings }: Gathered, targets: readonly string[]): Section {
  const counted = figureNames.filter((name) => name === "received" || amount(whole, name, "of") > 0);
  const shown = counted.filter(
    (name) => (asksRatings || !ofRatings.includes(name)) && (targets.length > 0 || !ofTargets.includes(name)),
  );
  const numbers = {
    received: amount(whole, "received"),
    dispatched: amount(whole, "dispatched"),
    answered: amount(whole, "answered"),
    open: amount(whole, "open"),
    overdue: amount(whole, "overdueOpen"),
  };
  const onTime = fill(w.onTime, { rate: rateText(whole, "onTime"), formula: figureWords.onTime.formula });
  const rows = shown.map((name) => [figureWords[name].name, figureText(whole, name)]);
  return tableSection("overall", w.figureHeader, [1, 1], rows, [fill(w.overall, numbers), onTime, ...targets]);
}

function figureText(counts: Counts, name: FigureName): string {
  return isShare(name) ? rateText(counts, name) : `${amount(counts, name)}`;
}

/** A share with its fraction. */
export function rateText(counts: Counts, name: FigureName): string {
  const rate = rateOf(counts, name);
  return rate.of === 0 ? percentage(rate) : `${percentage(rate)}（${rate.met}/${rate.of}）`;
}

/** Body by body, those with most cases first: what it was sent, how it kept its terms, and what people thought of it. */
export function unitSection({ units }: Gathered): Section {
  const busy = units
    .filter(({ counts }) => amount(counts, "dispatched") + amount(counts, "onTime", "of") > 0)
    .toSorted((a, b) => b.counts.dispatched - a.counts.dispatched);
  const rows = busy.map(({ name, counts }) => [
    name,
    ...(["dispatched", "closedInTime", "closedLate", "overdueNow"] as const).map((counted) => `${counts[counted]}`),
    rateText(counts, "onTime"),
    ...(["reworks", "satisfied", "notSatisfied"] as const).map((counted) => `${counts[counted]}`),
  ]);
  return tableSection("units", w.unitHeader, [8, 3, 4, 4, 4, 9, 4, 3, 4], rows);
}

const mostCategories = 10;

/** The categories with most cases. */
export function categorySection({ categories }: Gathered): Section {
  const size = ({ counts }: NamedCounts) => amount(counts, "received") + amount(counts, "dispatched");
  const top = categories
    .filter((category) => size(category) > 0)
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, mostCategories);
  const rows = top.map(({ key, name, counts }) => [
    key === "" ? w.uncategorised : name,
    `${amount(counts, "received")}`,
    `${amount(counts, "dispatched")}`,
    rateText(counts, "onTime"),
  ]);
  return tableSection("categories", w.categoryHeader, [4, 2, 2, 3], rows);
}
