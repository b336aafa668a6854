import type { FastifyInstance } from "fastify";
import { fault } from "../fault.ts";
import type { Shop } from "../shop.ts";

/** What the machine's own monitoring asks may come without TLS. */
const ofMonitoring: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);

/**
 * Where TLS is demanded, pages that somebody opens lead to their address with https; programs and everything that is sent
 * are refused, so that nobody gets used to a way on which their words can be read.
 */
export function onlyOverTls(app: FastifyInstance, { config }: Shop): void {
  if (!config.tlsDemanded) return;
  app.addHook("onRequest", async (request, reply) => {
    const [path = "/"] = request.url.split("?");
    if (request.protocol === "https" || ofMonitoring.has(path)) return;
    const opened = (request.method === "GET" || request.method === "HEAD") && !path.startsWith("/api/");
    if (!opened) throw fault(403, "tls.plain");
    await reply.header("cache-control", "no-store").redirect(`https://${request.host}${request.url}`, 308);
  });
}
