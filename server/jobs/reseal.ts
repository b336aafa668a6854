import { reseal } from "../actions/keys/reseal.ts";
import type { House } from "../house.ts";

/** Goes on sealing with the newest key what is sealed with an older one, or not at all. Where nothing is left it only looks. */
export async function resealRest(house: House, stop?: AbortSignal): Promise<void> {
  await reseal(house, undefined, () => stop?.aborted === true);
}
