import type { House } from "../../house.ts";
import { lookupsOf } from "../../record/finding/people-lookup.ts";
import { openPetitioner } from "../../record/petitioner.ts";
import { setLookups, withoutLookups } from "../../store/case/petitioner.ts";

const atATime = 500;

/** Lets people be found who were written down before the house knew how; some at a time, until none are left. */
export async function makeFindable(house: House, region: string): Promise<number> {
  const rows = await withoutLookups(house.db, region, atATime);
  for (const { case_id, sealed } of rows) {
    await setLookups(house.db, region, case_id, lookupsOf(house.keys, openPetitioner(house.keys, sealed)));
  }
  return rows.length;
}
