import type { Config } from "../config.ts";
import type { House } from "../house.ts";
import { loadWorld, type World } from "../store/world.ts";

/** What every door of the HTTP server is given. */
export interface Shop {
  readonly house: House;
  readonly config: Config;
  /** The region that this server serves. */
  readonly region: string;
}

/** The region's standing facts as they are now. */
export function worldOf(shop: Shop): Promise<World> {
  return loadWorld(shop.house.db, shop.region, shop.house);
}
