import type { FastifyInstance } from "fastify";
import { buildApp } from "./app.ts";
import type { Config } from "./config.ts";
import type { House } from "./house.ts";
import { regionAt } from "./record/addresses.ts";
import { knownRegions } from "./record/regions.ts";
import { loadWorld } from "./store/world.ts";

/**
 * One door for all regions of the house: the name that was asked for decides who answers. Each region has a server of
 * its own behind it, built when it is first asked for, so that no door can mistake one region for another.
 */
export async function buildFront(house: House, config: Config, home: string): Promise<FastifyInstance> {
  const elsewhere = new Map<string, Promise<FastifyInstance>>();
  const serverOf = (region: string): Promise<FastifyInstance> => {
    const known = elsewhere.get(region);
    if (known) return known;
    const fresh = readyApp(house, config, region);
    fresh.catch(() => elsewhere.delete(region));
    elsewhere.set(region, fresh);
    return fresh;
  };
  const own = partOf(house);
  await loadWorld(own.db, home, own);
  const front = await buildApp({ house: own, config, region: home }, async (request, reply) => {
    // Whether the process is alive is answered without anything else.
    if (request.url === "/healthz") return;
    const regions = await knownRegions(house).catch(() => []);
    const asked = regionAt(house.siteUrl, request.host, regions)?.id ?? home;
    if (asked === home) return;
    const server = await serverOf(asked);
    reply.hijack();
    server.routing(request.raw, reply.raw);
  });
  front.addHook("onClose", async () => {
    for (const server of await Promise.allSettled(elsewhere.values())) {
      if (server.status === "fulfilled") await server.value.close();
    }
  });
  return front;
}

async function readyApp(house: House, config: Config, region: string): Promise<FastifyInstance> {
  const part = partOf(house);
  // Pages that tell of an error are drawn with what is known of the region, so it is looked up before anything fails.
  await loadWorld(part.db, region, part);
  const app = await buildApp({ house: part, config, region });
  await app.ready();
  return app;
}

/** The house with the part of the database's connections that one region may use. */
function partOf(house: House): House {
  return house.part ? { ...house, db: house.part() } : house;
}
