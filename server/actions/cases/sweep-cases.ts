import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { sweepEach } from "../../record/sweep-each.ts";
import { casesToSweep } from "../../store/case/sweep.ts";

/** Writes down what time alone has done to the cases of a region; gives the number of cases that changed. */
export async function sweepCases(house: House, region: string, stop?: AbortSignal): Promise<number> {
  return sweepEach(
    house,
    region,
    await casesToSweep(house.db, region, { today: dayOf(house.now()), now: house.now() }),
    stop,
  );
}
