import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { sweepIn } from "../../record/perform.ts";
import { casesToSweep } from "../../store/case/sweep.ts";

/** Writes down what time alone has done to the cases of a region; gives the number of cases that changed. */
export async function sweepCases(house: House, region: string): Promise<number> {
  const due = await casesToSweep(house.db, region, dayOf(house.now()));
  let changed = 0;
  for (const caseId of due) {
    const did = await house.db.transaction().execute((tx) => sweepIn(tx, house, region, caseId));
    if (did) changed += 1;
  }
  return changed;
}
