import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Asked, Replies, Route } from "../../contract/route.ts";
import type { OnceKey } from "../store/once/once.ts";
import { type Caller, mustBeSignedIn, mustBeStaff, type StaffCaller } from "./caller.ts";
import { fault } from "./fault.ts";
import { noteRefusedRight } from "./refused-right.ts";
import type { Shop } from "./shop.ts";

/** What a handler is given: the parsed request, who asks, and the key that makes a repetition harmless. */
export interface Visit<R extends Route> extends Asked<R> {
  readonly caller: R["audience"] extends "staff" ? StaffCaller : R["audience"] extends "signedIn" ? Caller : null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly once: OnceKey | null;
}

/** A door that may be knocked at less often than the others. */
export function atMost(perMinute: number) {
  return { rateLimit: { max: perMinute, timeWindow: "1 minute" } };
}

/** Hangs a handler on a route of the contract: parses what comes in, checks who asks, shapes what goes out. */
export function hang<R extends Route>(
  app: FastifyInstance,
  shop: Shop,
  route: R,
  handler: (visit: Visit<R>) => Promise<Replies<R>>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    config: route.perMinute ? atMost(route.perMinute) : {},
    handler: async (request, reply) => {
      reply.header("cache-control", "no-store");
      if (route.body) mustBeJson(request);
      const caller =
        route.audience === "staff"
          ? await mustBeStaff(shop, request)
          : route.audience === "signedIn"
            ? await mustBeSignedIn(shop, request)
            : null;
      const visit = {
        params: route.params?.parse(request.params),
        query: route.query?.parse(request.query),
        body: route.upload ? undefined : route.body?.parse(request.body ?? {}),
        caller,
        request,
        reply,
        once: onceKey(request, caller) ?? (route.status === 201 ? sameWords(shop, route, request, caller) : null),
      } as Visit<R>;
      const answer = await handler(visit).catch(async (error: unknown) => {
        await noteRefusedRight(shop.house, shop.region, error, caller, request);
        throw error;
      });
      if (reply.sent || route.download) return reply;
      return reply.code(route.status ?? 200).send(route.reply.parse(answer));
    },
  });
}

/** A form of another site can send anything but this. */
function mustBeJson(request: FastifyRequest): void {
  const type = request.headers["content-type"];
  if (type !== undefined && !/^application\/json\b/i.test(type)) throw fault(415, "request.invalid", { n: 1 });
}

/** A key may have any length: a long one is kept as its hash. */
function onceKey(request: FastifyRequest, caller: Caller | null): OnceKey | null {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key.length === 0) return null;
  return { actor: actorOf(request, caller), key: key.length > 100 ? longKey(key) : key };
}

const sameWordsMillis = 300_000;

/** The key of a request that names none but makes something new: sent again word for word within minutes, it is the same. */
function sameWords(shop: Shop, route: Route, request: FastifyRequest, caller: Caller | null): OnceKey | null {
  if (!route.once || route.upload) return null;
  const minutes = Math.floor(Date.parse(shop.house.now()) / sameWordsMillis);
  // With the house's own key: the words may hold what must not be guessed from their hash.
  const words = shop.house.keys
    .lookup(JSON.stringify([request.url, request.body, caller?.orgId]))
    .toString("base64url");
  return { actor: actorOf(request, caller), key: `same:${minutes}:${words}` };
}

function actorOf(request: FastifyRequest, caller: Caller | null): string {
  return caller?.personId ?? `public:${request.ip}`;
}

function longKey(key: string): string {
  return `sha256:${createHash("sha256").update(key).digest("base64url")}`;
}
