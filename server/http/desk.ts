import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { fault, missing } from "./fault.ts";

const folder = fileURLToPath(new URL("../../dist/desk", import.meta.url));

/** The staff app: built files, and the one page that every address of it starts from. */
export async function deskPages(app: FastifyInstance): Promise<void> {
  if (!existsSync(folder)) {
    app.get("/desk", () => Promise.reject(fault(503, "unavailable")));
    return;
  }
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  app.get<{ Params: { "*": string } }>("/desk/assets/*", (request, reply) => {
    const name = request.params["*"];
    if (!/^[\w.-]+$/.test(name) || !existsSync(join(folder, "assets", name))) throw missing();
    return reply.header("cache-control", "public, max-age=31536000, immutable").sendFile(`assets/${name}`);
  });
  for (const address of ["/desk", "/desk/*"]) {
    app.get(address, (_request, reply) => reply.header("cache-control", "no-cache").sendFile("index.html"));
  }
}
