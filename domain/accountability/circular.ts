import type { Rate } from "./rates.ts";

/** What a period holds of one unit; the lists are its breaches. */
export interface UnitPeriod {
  readonly received: number;
  readonly replied: Rate;
  readonly misses: readonly unknown[];
  readonly lapsed: readonly unknown[];
  readonly late: readonly unknown[];
  readonly findings?: readonly unknown[];
}

/**
 * Whether a circular has anything to say about a unit. A term that ends on the last day of a period is over on the
 * first day of the next one: a unit with nothing but such a breach is named all the same (FZ-11.1-1, FZ-11.2-1).
 */
export function standsInCircular({ received, replied, misses, lapsed, late, findings = [] }: UnitPeriod): boolean {
  return received > 0 || replied.of > 0 || misses.length + lapsed.length + late.length + findings.length > 0;
}
