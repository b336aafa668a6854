import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import { type Instant, timeOfDay } from "../../../domain/calendar/plain-date.ts";
import { fill } from "../../../domain/words/fill.ts";
import { ErrorPage } from "../../../portal/pages/plain.tsx";
import { zh } from "../../../portal/words/zh.ts";
import { asFault, Fault, tryAgainSeconds } from "../fault.ts";
import type { Shop } from "../shop.ts";
import { errorFrame, sendPage } from "./render.ts";

const words = zh.errors;

/** An error as a page: real status, what happened, what to do. Made without the database, which may be what is wrong. */
export async function sendErrorPage(shop: Shop, thrown: unknown, request: FastifyRequest, reply: FastifyReply) {
  const ref = randomBytes(4).toString("hex");
  const error = asFault(thrown);
  const status = statusOf(error);
  if (status >= 500) request.log.error({ err: thrown, ref }, "page failed");
  if (status === 503) reply.header("retry-after", tryAgainSeconds);
  const frame = await errorFrame(shop, request, reply);
  const [title, text] =
    status === 503
      ? awayWords(request.method)
      : wordsFor(status, error, ref, { now: shop.house.now(), sent: !reads(request.method) });
  return sendPage(reply, h(ErrorPage, { frame, title, text }), status);
}

function statusOf(error: unknown): number {
  if (error instanceof Fault) return error.status;
  const { statusCode } = error as { statusCode?: number };
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
}

/** What is told while the house is being mended; whoever was sending something in learns that it has not arrived. */
function awayWords(method: string): readonly [title: string, text: string] {
  return [words.unavailable, reads(method) ? words.unavailableText : words.unavailableSent];
}

function reads(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

/** When one may try again, as a time of day; what was being sent in has not arrived, and is still in the page before. */
function waitWords(minutes: number, { now, sent }: Asked): readonly [title: string, text: string] {
  const time = timeOfDay(new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant);
  return [
    fill(words.tooMany, { n: minutes }),
    fill(sent ? words.tooManySent : words.tooManyText, { time, phone: "{phone}" }),
  ];
}

interface Asked {
  readonly now: Instant;
  readonly sent: boolean;
}

/** Refusals of the way on which somebody has come: their own sentence says which one to take. */
const ofTheWayHere: ReadonlySet<string> = new Set(["tls.plain", "desk.elsewhere"]);

function wordsFor(status: number, error: unknown, ref: string, asked: Asked): readonly [title: string, text: string] {
  if (error instanceof Fault && error.code === "notFound") return [words.notFound, words.notFoundText];
  if (error instanceof Fault && ofTheWayHere.has(error.code)) return [words.forbidden, error.message];
  switch (status) {
    case 404:
      return [words.notFound, words.notFoundText];
    case 410:
      return [words.gone, ""];
    case 403:
      return [words.forbidden, words.forbiddenText];
    case 413:
      return [words.tooLarge, words.tooLargeText];
    case 429: {
      const minutes = error instanceof Fault ? Number(error.facts["minutes"]) : 1;
      return waitWords(minutes || 1, asked);
    }
    default:
      return status >= 500 ? [words.server, fill(words.serverText, { ref })] : [words.invalid, words.invalidText];
  }
}
