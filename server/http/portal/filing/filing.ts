import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Shop } from "../../shop.ts";
import { betweenPages } from "./between.ts";
import { checkPages } from "./check-step.ts";
import { contactPages } from "./contact-step.ts";
import { matterPages } from "./matter-step.ts";
import { visitCookie } from "../visit.ts";
import { receiptPages } from "./receipt.ts";

/**
 * Three question pages, a check and a receipt; the draft waits on the server, nothing typed is ever lost. Every form posts
 * and is redirected, so that Back and reload never ask to send anything again.
 */
export function filingPages(app: FastifyInstance, shop: Shop): void {
  const busy = busyFor(app, 30, (request) => request.cookies[visitCookie] ?? request.ip);
  matterPages(app, shop, busy);
  betweenPages(app, shop);
  contactPages(app, shop, busy);
  checkPages(
    app,
    shop,
    busyFor(app, 20, (request) => request.ip),
  );
  receiptPages(app, shop);
}

/** For how many minutes somebody has to wait who sends too many forms; null: they need not. */
export type Busy = (request: FastifyRequest) => Promise<number | null>;

/** Counted after the words are kept, so that nobody loses them by pressing too often. */
function busyFor(app: FastifyInstance, max: number, keyGenerator: (request: FastifyRequest) => string): Busy {
  if (!app.hasDecorator("createRateLimit")) return async () => null;
  const count = app.createRateLimit({ max, timeWindow: "1 minute", keyGenerator });
  return async (request) => {
    const outcome = await count(request);
    if (outcome.isAllowed || !outcome.isExceeded) return null;
    return Math.max(1, Math.ceil(outcome.ttl / 60_000));
  };
}
