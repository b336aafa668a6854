import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { SealedPurpose } from "../../gateways/keys/purposes.ts";
import { fault } from "../fault.ts";
import type { Shop } from "../shop.ts";
import { isFormToken } from "./form-token.ts";

export const visitCookie = "huiyin_visit";
export const caseCookie = "huiyin_case";

const dayMillis = 86_400_000;

/** A random mark of the browser: ties drafts and forms together, says nothing of the person. */
export function visitToken(shop: Shop, request: FastifyRequest, reply: FastifyReply): string {
  const known = (request as { visit?: string }).visit ?? request.cookies[visitCookie];
  if (known && known.length >= 30) return known;
  const fresh = randomBytes(24).toString("base64url");
  keepVisit(shop, request, reply, fresh);
  return fresh;
}

/** From now on, and for a day from now, the browser has this mark. */
export function keepVisit(shop: Shop, request: FastifyRequest, reply: FastifyReply, visit: string): void {
  (request as { visit?: string }).visit = visit;
  reply.setCookie(visitCookie, visit, cookie(shop, "/", dayMillis));
}

/** Whether the browser itself says that a page of this very site has sent the form. */
export function cameFromHere(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return request.headers["sec-fetch-site"] === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

/** Whether a text from outside can be one of our ids. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

/** Refuses a form that another site has sent. */
export function mustBeOurForm(request: FastifyRequest, sent: unknown): void {
  if (!isOurForm(request, sent)) throw fault(403, "session.csrf");
}

/** Whether a form comes from a page of ours that is not too old. */
export function isOurForm(request: FastifyRequest, sent: unknown): boolean {
  const visit = request.cookies[visitCookie];
  return visit !== undefined && isFormToken(visit, sent);
}

function cookie(shop: Shop, path: string, millis: number) {
  return {
    path,
    httpOnly: true,
    sameSite: "lax" as const,
    secure: shop.config.secureCookies,
    maxAge: Math.floor(millis / 1000),
  };
}

/** What a value that citizens carry is good for. */
export type TokenPurpose = Extract<
  SealedPurpose,
  "caseLink" | "caseCookie" | "checkingPhoneCookie" | "checkedPhoneCookie" | "draftMark" | "receiptPicture"
>;

interface Sealed<T> {
  readonly until: number;
  /** Where it is good; links of before this was kept name none, and lead to cases of the region that is asked alone. */
  readonly region?: string;
  readonly data: T;
}

/** Whose value it is: the house that can read it, and the region in which it is good. */
export type Place = Pick<Shop, "house" | "region">;

/** A value that only this house can read, for one purpose, in one region, and with an end. */
export function sealToken<T>({ house, region }: Place, purpose: TokenPurpose, data: T, millis: number): string {
  const sealed: Sealed<T> = { until: Date.parse(house.now()) + millis, region, data };
  return house.keys.seal(purpose, JSON.stringify(sealed)).toString("base64url");
}

/** Reads such a value back; null when it is over, not ours, or was made for another purpose or region. */
export function openToken<T>(place: Place, purpose: TokenPurpose, token: string | undefined): T | null {
  return openSealed<T>(place, purpose, token)?.data ?? null;
}

/** The same, with its end. */
export function openSealed<T>(
  { house, region }: Place,
  purpose: TokenPurpose,
  token: string | undefined,
): Sealed<T> | null {
  if (!token) return null;
  try {
    const sealed = JSON.parse(house.keys.open(purpose, Buffer.from(token, "base64url"))) as Sealed<T>;
    const here = (sealed.region ?? region) === region;
    return here && sealed.until > Date.parse(house.now()) ? sealed : null;
  } catch {
    return null;
  }
}

/** The case that this browser has opened with number and code. */
export function openedCase(shop: Shop, request: FastifyRequest): string | null {
  return openToken<{ caseId: string }>(shop, "caseCookie", request.cookies[caseCookie])?.caseId ?? null;
}

/** The browser may open the case for half a day, or until it takes its leave. */
export function rememberCase(shop: Shop, request: FastifyRequest, reply: FastifyReply, caseId: string): void {
  const held = { caseId, visit: visitToken(shop, request, reply) };
  const token = sealToken(shop, "caseCookie", held, dayMillis / 2);
  reply.setCookie(caseCookie, token, cookie(shop, "/my-case", dayMillis / 2));
}

export function forgetCase(reply: FastifyReply): void {
  reply.clearCookie(caseCookie, { path: "/my-case" });
}
