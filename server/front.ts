import type { FastifyInstance } from "fastify";
import { buildApp } from "./app.ts";
import type { Config } from "./config.ts";
import type { House } from "./house.ts";
import { regionAt } from "./record/addresses.ts";
import { knownRegions } from "./record/regions.ts";

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
  const front = await buildApp({ house, config, region: home }, async (request, reply) => {
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
  const app = await buildApp({ house, config, region });
  await app.ready();
  return app;
}
