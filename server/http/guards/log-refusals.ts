import type { FastifyInstance } from "fastify";

/** Answers by which something that looks like an attack is turned away: malformed, too large, no right, too often. Sign-ins have a log of their own. */
const refusals: ReadonlySet<number> = new Set([400, 403, 405, 413, 415, 429, 431]);

/** So many lines a minute; the rest is counted, so that whoever floods the door does not flood the log as well. */
const linesAMinute = 120;

/** Writes down what was turned away at the door: which door, which answer, from where. Never what was sent. */
export function logRefusals(app: FastifyInstance, now: () => number = Date.now): void {
  let minute = 0;
  let lines = 0;
  let left = 0;
  app.addHook("onResponse", async (request, reply) => {
    if (!refusals.has(reply.statusCode)) return;
    const current = Math.floor(now() / 60_000);
    if (current !== minute) {
      if (left > 0) request.log.warn({ left }, "refusals that were not written down one by one");
      [minute, lines, left] = [current, 0, 0];
    }
    if (lines >= linesAMinute) {
      left += 1;
      return;
    }
    lines += 1;
    const { method, ip } = request;
    const door = `${method} ${request.routeOptions.url ?? "?"}`;
    request.log.warn({ door, status: reply.statusCode, address: ip }, "refused");
  });
}
