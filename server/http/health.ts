import type { FastifyInstance, FastifyRequest } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { isReady } from "../store/office/regions.ts";
import { tokenHash } from "../record/token-hash.ts";
import { missing } from "./fault.ts";
import type { Shop } from "./shop.ts";

/** What an operator's monitoring asks: alive, ready, and how it is doing. */
export function healthDoors(app: FastifyInstance, shop: Shop): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: "huiyin_http_seconds",
    help: "Time to answer a request, by route and status.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  app.addHook("onResponse", (request, reply, next) => {
    const route = request.routeOptions.url ?? "none";
    durations.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    next();
  });
  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", async (request, reply) => {
    mustBeMonitoring(shop, request);
    const ready = await isReady(shop.house.db);
    return reply.code(ready ? 200 : 503).send({ ok: ready, ...(await scannerLine(shop)) });
  });
  app.get("/metrics", async (request, reply) => {
    mustBeMonitoring(shop, request);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** Files cannot come in while the scanner is away; everything else can, so the server stays ready. */
async function scannerLine({ house }: Shop): Promise<{ readonly scanner?: "ok" | "away" }> {
  if (!house.scanner) return {};
  return { scanner: (await house.scanner.health()).away ? "away" : "ok" };
}

const loopback = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;

/** How the house is doing is nobody's business but the operator's: others are told that there is no such page. */
function mustBeMonitoring({ config }: Shop, request: FastifyRequest): void {
  const { authorization = "", forwarded } = request.headers;
  const token = config.monitorToken;
  if (token !== null && tokenHash(authorization).equals(tokenHash(`Bearer ${token}`))) return;
  const passedOn = forwarded !== undefined || request.headers["x-forwarded-for"] !== undefined;
  if (loopback.test(request.ip) && (config.trustProxy || !passedOn)) return;
  throw missing();
}
