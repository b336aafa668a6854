import { eraseAgreed } from "../actions/retention/erase-case.ts";
import { listDue } from "../actions/retention/list-due.ts";
import type { House } from "../house.ts";
import { regionIds } from "../store/office/regions.ts";

/** Lists what is past its time of keeping, and goes on with what was agreed and not finished. */
export async function appraise(house: House, stop?: AbortSignal): Promise<void> {
  for (const region of await regionIds(house.db)) {
    await listDue(house, region, stop);
    await eraseAgreed(house, region, stop);
  }
}
