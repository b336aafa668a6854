import type { RateName } from "../rules/measure.ts";

/** A share of cases; the cases stand behind both numbers. A zero denominator has no rate. */
export interface Rate {
  readonly met: number;
  readonly of: number;
}

export type Rates = Readonly<Record<RateName, Rate>>;

/** Tenths of a per cent, rounded; null where nothing was counted (shown as 「—」). */
export function perMille({ met, of }: Rate): number | null {
  return of === 0 ? null : Math.round((met * 1000) / of);
}

/** 「92.4%」; 「—」 where nothing was counted. */
export function percentage(rate: Rate): string {
  const value = perMille(rate);
  return value === null ? "—" : `${(value / 10).toFixed(1)}%`;
}

/**
 * The weighted whole of several rates in tenths of a per cent. Null while no weights are set, or while a weighted
 * rate has nothing to count: an order is never made from a missing number (FZ-12).
 */
export function weighted(rates: Rates, weights: Readonly<Record<RateName, number>> | null): number | null {
  if (!weights) return null;
  let whole = 0;
  for (const [name, weight] of Object.entries(weights) as [RateName, number][]) {
    if (weight === 0) continue;
    const rate = perMille(rates[name]);
    if (rate === null) return null;
    whole += rate * weight;
  }
  return Math.round(whole / 100);
}
