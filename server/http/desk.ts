import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { fault } from "./fault.ts";
import type { Shop } from "./shop.ts";

const folder = fileURLToPath(new URL("../../dist/desk", import.meta.url));

/** The staff app: built files, and the one page that every address of it starts from. */
export async function deskPages(app: FastifyInstance, _shop: Shop): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    prefix: "/desk/",
    index: false,
    wildcard: true,
    decorateReply: true,
    setHeaders: (reply, path) => {
      const forever = path.includes("/assets/");
      reply.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  app.get("/desk", (_request, reply) => {
    if (!existsSync(folder)) throw fault(503, "unavailable");
    return reply.sendFile("index.html");
  });
}
