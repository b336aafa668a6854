import { signDays } from "../actions/oversight/sign-days.ts";
import type { House } from "../house.ts";
import { regionIds } from "../store/office/regions.ts";

/** Puts a signature under every day of the log that is over. */
export async function signAllDays(house: House): Promise<void> {
  for (const region of await regionIds(house.db)) await signDays(house, region);
}
