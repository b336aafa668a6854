import type { FastifyReply, FastifyRequest } from "fastify";
import type { Shop } from "../../shop.ts";
import { openToken, sealToken } from "../visit.ts";

/** A telephone whose check goes on, or has been passed. */
export interface PhoneVisit {
  readonly phone: string;
  readonly way: "sms" | "voice";
}

const minute = 60_000;

/** Under which name and path the browser keeps each, and how long. */
const marks = {
  checking: { name: "huiyin_phone_check", path: "/follow/lost", millis: 15 * minute },
  checked: { name: "huiyin_phone", path: "/my-cases", millis: 60 * minute },
} as const;

export type PhoneMark = keyof typeof marks;

export function phoneVisit(shop: Shop, request: FastifyRequest, mark: PhoneMark): PhoneVisit | null {
  return openToken<PhoneVisit>(shop.house, request.cookies[marks[mark].name]);
}

export function rememberPhone(shop: Shop, reply: FastifyReply, mark: PhoneMark, visit: PhoneVisit): void {
  const { name, path, millis } = marks[mark];
  reply.setCookie(name, sealToken(shop.house, visit, millis), {
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
