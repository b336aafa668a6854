import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { instant } from "../../../domain/calendar/plain-date.ts";
import { tokenHash } from "../../record/token-hash.ts";
import { endedAmong, endVisits } from "../../store/once/ended-visits.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { Shop } from "../shop.ts";
import { forgetPhone, phoneCookies } from "./my-cases/phone-visit.ts";
import { caseCookie, forgetCase, openSealed } from "./visit.ts";

/** What opens a case or the cases of a telephone. None of it lasts longer than this. */
const opening = [{ name: caseCookie, purpose: "caseCookie" }, ...phoneCookies] as const;
const longestMillis = 12 * 3_600_000;

interface Opened {
  readonly value: string;
  readonly visit: string | null;
  readonly until: number;
}

/** The mark under which everything is ended that a browser has opened. */
const ofVisit = (visit: string) => tokenHash(`left:${visit}`);

function openedIn(shop: Shop, request: FastifyRequest): ReadonlyMap<string, Opened> {
  const found = new Map<string, Opened>();
  for (const { name, purpose } of opening) {
    const value = request.cookies[name];
    const sealed = openSealed<{ visit?: string }>(shop, purpose, value);
    if (value && sealed) found.set(name, { value, visit: sealed.data.visit ?? null, until: sealed.until });
  }
  return found;
}

/** Takes away the cookies of whoever has taken their leave, before anybody reads them: a copy of one opens nothing. */
export function endedVisits(app: FastifyInstance, shop: Shop): void {
  app.addHook("preHandler", async (request) => {
    if (!isPersonal(request.url)) return;
    const opened = openedIn(shop, request);
    if (opened.size === 0) return;
    const marks = [...opened.values()].flatMap(({ value, visit }) => [
      tokenHash(value),
      ...(visit ? [ofVisit(visit)] : []),
    ]);
    const ended = await endedAmong(shop.house.db, shop.region, marks);
    if (ended.length === 0) return;
    const shut = (mark: Buffer) => ended.find((one) => one.mark.equals(mark));
    for (const [name, { value, visit, until }] of opened) {
      const left = visit ? shut(ofVisit(visit)) : undefined;
      if (shut(tokenHash(value)) || (left && until < Date.parse(left.until))) delete request.cookies[name];
    }
  });
}

function isPersonal(url: string): boolean {
  return url.startsWith("/my-case") || url.startsWith("/follow/lost");
}

/** Ends everything that this browser has opened, here and on the server. */
export async function takeLeave(shop: Shop, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { house, region } = shop;
  const opened = [...openedIn(shop, request).values()];
  const visits = new Set(opened.flatMap(({ visit }) => visit ?? []));
  const until = instant(new Date(Date.parse(house.now()) + longestMillis).toISOString());
  const marks = [...opened.map(({ value }) => tokenHash(value)), ...[...visits].map(ofVisit)];
  await inTransaction(house.db, (tx) => endVisits(tx, region, marks, until));
  forgetCase(reply);
  forgetPhone(reply);
}
