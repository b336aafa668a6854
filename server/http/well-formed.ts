import type { FastifyInstance, FastifyRequest } from "fastify";
import { fault } from "./fault.ts";

/** No request of ours has parts in parts so deep; what is deeper is made to exhaust whoever walks through it. */
const deepest = 32;

/** What no text may hold: the database cannot keep it, and nobody types it. */
function cleanText(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

function clean(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return cleanText(value);
  if (value === null || typeof value !== "object") return value;
  if (depth >= deepest) throw fault(400, "request.tooDeep", { n: deepest });
  if (Array.isArray(value)) return value.map((inner) => clean(inner, depth + 1));
  const parts = Object.entries(value).map(([name, inner]) => [cleanText(name), clean(inner, depth + 1)]);
  return Object.fromEntries(parts);
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
