import type { FastifyInstance } from "fastify";
import { nearestStreet } from "../../../../domain/office/streets.ts";
import { type Shop, worldAt } from "../../shop.ts";
import { streetsOf } from "./place.ts";

/** District and street nearest to a position, 204 without one near; the position is looked at and not kept. */
export function nearDoor(app: FastifyInstance, shop: Shop): void {
  app.post<{ Body: Readonly<Record<string, string>> | null }>("/submit/near", async (request, reply) => {
    const [lat, lon] = [degrees(request.body?.["lat"], 90), degrees(request.body?.["lon"], 180)];
    if (lat === null || lon === null) return reply.code(400).send();
    const street = nearestStreet(streetsOf(await worldAt(shop, request)), { lat, lon });
    reply.header("cache-control", "no-store");
    return street ? reply.send({ area: street.area, street: street.name }) : reply.code(204).send();
  });
}

function degrees(typed: string | undefined, most: number): number | null {
  const number = typed ? Number(typed) : Number.NaN;
  return Math.abs(number) <= most ? number : null;
}
