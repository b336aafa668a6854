import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import { tooLong, wordsOf } from "../too-long.ts";
import type { Errors } from "../../../../portal/form-errors.tsx";
import { RateExpiredPage, RatedPage, RatePage } from "../../../../portal/pages/by-link/rate.tsx";
import { rateWords } from "../../../../portal/words/rate.ts";
import { openRatingLink, rateByLink, type RatingLink } from "../../../actions/cases/rate-by-link.ts";
import { atMost } from "../../door.ts";
import { missing, refusalSentence } from "../../fault.ts";
import { type Shop, worldAt } from "../../shop.ts";
import type { Fields } from "./case-page.ts";
import { frameOf, sendPage } from "../render.ts";

interface ByToken {
  Params: { token: string };
  Querystring: { done?: string };
}

const perMinute = 30;

/** The short path that messages carry, and the one that older messages still do. */
const paths = ["/c/", "/r/"] as const;

/** The page behind the link that a message with an answer carries: it rates one case and shows nothing of it. */
export function ratingPages(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  for (const path of paths) {
    app.get<ByToken>(`${path}:token`, { config: atMost(perMinute) }, async (request, reply) => {
      const link = await openRatingLink(house.db, house, region, request.params.token);
      return linkPage(shop, request, reply, link, { done: request.query.done === "1", errors: {}, typed: {} });
    });
    app.post<ByToken>(`${path}:token`, { config: atMost(perMinute) }, (request, reply) => rate(shop, request, reply));
  }
}

/** No form token here: the address itself is the secret, and an old message is often opened where cookies are off. */
async function rate(shop: Shop, request: FastifyRequest<ByToken>, reply: FastifyReply): Promise<FastifyReply> {
  const { house, region } = shop;
  const { token } = request.params;
  const typed = (request.body ?? {}) as Fields;
  const again = async (errors: Errors) =>
    linkPage(shop, request, reply, await openRatingLink(house.db, house, region, token), {
      done: false,
      errors,
      typed,
    });
  const grade = String(typed["grade"] ?? "");
  if (!grade) return again({ grade: rateWords.empty });
  const comment = wordsOf(typed["comment"]) || null;
  const long = tooLong("comment", comment ?? "", 500);
  if (long) return again(long);
  const outcome = await rateByLink(house, region, token, { grade, comment });
  if (outcome === "rated") return reply.redirect(`${request.url.split("?")[0]}?done=1`, 303);
  if ("refused" in outcome)
    return again({ grade: refusalSentence(outcome.refused, (await worldAt(shop, request)).office) });
  return linkPage(shop, request, reply, outcome.link, { done: false, errors: {}, typed: {} });
}

interface Shown {
  readonly done: boolean;
  readonly errors: Errors;
  readonly typed: Fields;
}

async function linkPage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  link: RatingLink,
  { done, errors, typed }: Shown,
): Promise<FastifyReply> {
  if (link.is === "unknown") throw missing();
  const frame = await frameOf(shop, request, reply);
  const tail = link.number.slice(-6);
  if (link.is === "expired") return sendPage(reply, h(RateExpiredPage, { frame, tail }), 410);
  if (link.is === "rated") return sendPage(reply, h(RatedPage, { frame, tail, now: done }));
  const grades = (link.pack.settings.ratings.value ?? []).map(({ code, label }) => ({ value: code, label }));
  const action = request.url.split("?")[0] ?? request.url;
  const page = h(RatePage, { frame, action, tail, grades, errors, typed });
  return sendPage(reply, page, Object.keys(errors).length > 0 ? 422 : 200);
}
