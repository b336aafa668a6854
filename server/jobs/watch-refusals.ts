import type { Log } from "../gateways/log.ts";
import type { House } from "../house.ts";
import { regionIds } from "../store/office/regions.ts";
import { attacks } from "../store/office/signing/attacks.ts";

/** Tells whoever reads the log of the process of each address from which somebody seems to be trying to get in. */
export async function watchRefusals(house: House, log: Log): Promise<void> {
  for (const region of await regionIds(house.db)) {
    for (const { address, refusals, accounts } of await attacks(house.db, region, house.now())) {
      log.warn({ region, address, refusals, accounts }, "refused again and again: somebody may be trying to get in");
    }
  }
}
