import type { FastifyReply, FastifyRequest } from "fastify";
import type { Shop } from "../../shop.ts";
import { openToken, sealToken, visitToken } from "../visit.ts";

/** A telephone whose check goes on, or has been passed. */
export interface PhoneVisit {
  readonly phone: string;
  readonly way: "sms" | "voice";
}

const minute = 60_000;

/** Under which name and path the browser keeps each, and how long. */
const marks = {
  checking: { name: "huiyin_phone_check", path: "/follow/lost", millis: 15 * minute, purpose: "checkingPhoneCookie" },
  checked: { name: "huiyin_phone", path: "/my-cases", millis: 60 * minute, purpose: "checkedPhoneCookie" },
} as const;

/** What the cookies of telephones are called and sealed for. */
export const phoneCookies = Object.values(marks).map(({ name, purpose }) => ({ name, purpose }));

export type PhoneMark = keyof typeof marks;

export function phoneVisit(shop: Shop, request: FastifyRequest, mark: PhoneMark): PhoneVisit | null {
  const { name, purpose } = marks[mark];
  return openToken<PhoneVisit>(shop, purpose, request.cookies[name]);
}

export function rememberPhone(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  mark: PhoneMark,
  { phone, way }: PhoneVisit,
): void {
  const { name, path, millis, purpose } = marks[mark];
  const visit = visitToken(shop, request, reply);
  reply.setCookie(name, sealToken(shop, purpose, { phone, way, visit }, millis), {
    path,
    httpOnly: true,
    sameSite: "lax",
    secure: shop.config.secureCookies,
    maxAge: millis / 1000,
  });
}

/** Nothing behind the check of a telephone is open any more. */
export function forgetPhone(reply: FastifyReply): void {
  for (const { name, path } of Object.values(marks)) reply.clearCookie(name, { path });
}
