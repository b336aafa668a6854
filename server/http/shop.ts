import type { FastifyRequest } from "fastify";
import type { Config } from "../config.ts";
import type { House } from "../house.ts";
import { keptWorld, loadWorld, type World } from "../store/world.ts";

/** What every door of the HTTP server is given. */
export interface Shop {
  readonly house: House;
  readonly config: Config;
  /** The region that this server serves. */
  readonly region: string;
}

/** The region's standing facts as they were last read, for what must work without the database; null: never read. */
export function knownWorld({ house, region }: Shop): World | null {
  return keptWorld(region, house);
}

const read = new WeakMap<FastifyRequest, Promise<World>>();

/** The region's standing facts as they are now. */
export function worldOf(shop: Shop): Promise<World> {
  return loadWorld(shop.house.db, shop.region, shop.house);
}

/** The region's standing facts as this request found them: read once, however many parts of a page ask. */
export function worldAt(shop: Shop, request: FastifyRequest): Promise<World> {
  const known = read.get(request) ?? worldOf(shop);
  read.set(request, known);
  return known;
}
