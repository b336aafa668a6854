import type { FastifyInstance, FastifyRequest } from "fastify";

/** What no text may hold: the database cannot keep it, and nobody types it. */
function clean(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\u0000", "").toWellFormed();
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [clean(name), clean(inner)]));
}

/** Takes out of every request what is no text, before anybody reads it. A form without fields is an empty one. */
export function wellFormedRequests(app: FastifyInstance): void {
  app.addHook("preValidation", async (request: FastifyRequest) => {
    request.params = clean(request.params);
    request.query = clean(request.query);
    if (request.method === "GET" || request.isMultipart()) return;
    request.body = clean(request.body ?? {});
  });
}
