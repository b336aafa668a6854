import { type Counts, countNames, type CountName, type FigureName, type FigurePart, namesOf } from "./figures.ts";
import type { Rate } from "./rates.ts";

/** Nothing counted yet. */
export const noCounts: Counts = Object.fromEntries(countNames.map((name) => [name, 0])) as Record<CountName, number>;

/** How many things make a side of a figure. */
export function amount(counts: Counts, name: FigureName, part: FigurePart = "met"): number {
  return namesOf(name, part).reduce((sum, counted) => sum + counts[counted], 0);
}

/** A figure as numerator and denominator. */
export function rateOf(counts: Counts, name: FigureName): Rate {
  return { met: amount(counts, name, "met"), of: amount(counts, name, "of") };
}
