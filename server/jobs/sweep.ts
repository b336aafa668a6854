import { sweepCases } from "../actions/cases/sweep-cases.ts";
import { makeFindable } from "../actions/finding/make-findable.ts";
import { remindOfToday } from "../actions/own/remind.ts";
import { expireProposals } from "../actions/office/changes/expire.ts";
import { tidyUp } from "../actions/oversight/tidy-up.ts";
import type { House } from "../house.ts";
import { regionIds } from "../store/office/regions.ts";

/** Writes down what time alone has done, region by region, and clears away what is no longer needed. */
export async function sweep(house: House, stop?: AbortSignal): Promise<void> {
  const failed: unknown[] = [];
  for (const region of await regionIds(house.db)) {
    await sweepCases(house, region, stop).catch((error: unknown) => failed.push(error));
    await remindOfToday(house, region).catch((error: unknown) => failed.push(error));
    await makeFindable(house, region).catch((error: unknown) => failed.push(error));
    await expireProposals(house, region).catch((error: unknown) => failed.push(error));
  }
  stop?.throwIfAborted();
  await tidyUp(house);
  if (failed.length > 0) throw failed.length === 1 ? failed[0] : new AggregateError(failed, failed.join("; "));
}
