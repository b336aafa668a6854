import { signDays } from "../actions/oversight/sign-days.ts";
import type { House } from "../house.ts";
import { regionIds } from "../store/office/regions.ts";
import type { EvenClock } from "./even-clock.ts";

/**
 * Puts a signature under every day of the log that is over. Where the clock has jumped within the last hour, nothing is
 * signed: it may still be set right. A region that cannot be signed does not keep the others from it.
 */
export async function signAllDays(house: House, clock: EvenClock | null = null): Promise<void> {
  if (clock && !clock.isEven()) return;
  const failed: unknown[] = [];
  for (const region of await regionIds(house.db)) {
    await signDays(house, region).catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw failed.length === 1 ? failed[0] : new AggregateError(failed, failed.join("; "));
}
