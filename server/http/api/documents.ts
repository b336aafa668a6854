import { platformName } from "../../../domain/words/pack/platform.ts";
import type { FastifyInstance } from "fastify";
import { h } from "preact";
import { openapi } from "../../../contract/openapi.ts";
import { allRoutes } from "../../../contract/routes.ts";
import { ApiPage } from "../../../portal/pages/api.tsx";
import { addressOf } from "../../record/addresses.ts";
import { frameOf, sendPage } from "../portal/render.ts";
import { type Shop, worldOf } from "../shop.ts";
import { packToday } from "./worklist.ts";

/** The API described: as a document for machines and as a page for people. */
export function documentDoors(app: FastifyInstance, shop: Shop): void {
  app.get("/api/openapi.json", async () => {
    const world = await worldOf(shop);
    return openapi(
      platformName(packToday(shop, world), world.region.name),
      addressOf(shop.house.siteUrl, world.region),
    );
  });

  app.get("/api", async (request, reply) => {
    const tags = [...new Set(allRoutes.map((route) => route.tag))];
    const groups = tags.map((tag) => ({ tag, routes: allRoutes.filter((route) => route.tag === tag) }));
    return sendPage(reply, h(ApiPage, { frame: await frameOf(shop, request, reply), groups }));
  });
}
