import { categories } from "./categories.ts";
import { referrals } from "./referrals.ts";
import { type DemoStreet, streets } from "./streets.ts";

/** What a demo region offers for picking a place, and whom outside its units it names: part of its settings. */
export function placesOf(region: string): {
  readonly streets: readonly DemoStreet[];
  readonly referrals: typeof referrals;
  readonly categories: readonly string[];
} {
  return { streets: streets[region] ?? [], referrals, categories };
}
