import type {} from "@fastify/cookie";
import { createHmac } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { dayOf, type Instant } from "../../domain/calendar/plain-date.ts";
import type { Actor } from "../../domain/case/case.ts";
import type { OrgId, PersonId, Post } from "../../domain/office/org.ts";
import { inOffice } from "../../domain/office/office.ts";
import type { Opened } from "../record/signing/open-session.ts";
import { markFrom } from "../record/signing/mark.ts";
import { deviceOf, type Whence } from "../record/signing/whence.ts";
import { tokenHash } from "../record/token-hash.ts";
import { type Alive, type Bearer, useSession } from "../store/office/sessions.ts";
import { useToken } from "../store/office/tokens.ts";
import { rightNeeds } from "../../contract/words.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh } from "../../domain/words/zh.ts";
import { Fault, fault } from "./fault.ts";
import type { World } from "../store/world.ts";
import { type Shop, worldOf } from "./shop.ts";

const sessionName = "huiyin_session";
const deviceName = "huiyin_device";

/** How long a browser keeps the mark by which an account knows it. */
const deviceDays = 180;

/** Who is at the door: signed in, and where they work if they have chosen. */
export interface Caller {
  readonly bearer: Bearer;
  readonly personId: PersonId;
  readonly orgId: OrgId | null;
  readonly posts: readonly Post[];
  /** The region as it stood when the caller came in. */
  readonly world: World;
  /** Null for a token of another system. */
  readonly session: { readonly token: string; readonly hash: Buffer } | null;
}

/** A caller at work in an organisation. */
export interface StaffCaller extends Caller {
  readonly orgId: OrgId;
  readonly actor: Extract<Actor, { kind: "staff" }>;
}

/** The hash of the session that a browser brings along, alive or not. */
export function sessionHash(request: FastifyRequest): Buffer | null {
  const cookie = request.cookies[sessionName];
  return cookie ? tokenHash(cookie) : null;
}

/** The caller behind a cookie or a bearer token; null for a stranger. */
export async function callerOf(shop: Shop, request: FastifyRequest): Promise<Caller | null> {
  const { house, region } = shop;
  const now = house.now();
  const bearerToken = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  const cookie = request.cookies[sessionName];
  const bearer = bearerToken
    ? await useToken(house.db, region, tokenHash(bearerToken), now)
    : cookie
      ? await useSession(house.db, region, tokenHash(cookie), aliveAt(shop, now), now)
      : null;
  if (!bearer) return null;
  const orgId = bearer.orgId as OrgId | null;
  const world = await worldOf(shop);
  const held = orgId ? inOffice(world.office, orgId, dayOf(now)).filter((h) => h.personId === bearer.personId) : [];
  return {
    bearer,
    personId: bearer.personId as PersonId,
    orgId: held.length > 0 ? orgId : null,
    posts: [...new Set(held.map((h) => h.post))],
    world,
    session: cookie && !bearerToken ? { token: cookie, hash: tokenHash(cookie) } : null,
  };
}

/** A caller that must be signed in. */
export async function mustBeSignedIn(shop: Shop, request: FastifyRequest): Promise<Caller> {
  const caller = await callerOf(shop, request);
  if (!caller) throw fault(401, "session.none");
  if (
    caller.session &&
    request.method !== "GET" &&
    request.headers["x-csrf-token"] !== csrfToken(caller.session.token)
  ) {
    throw fault(403, "session.csrf");
  }
  return caller;
}

/** A caller that must be at work in an organisation. */
export async function mustBeStaff(shop: Shop, request: FastifyRequest): Promise<StaffCaller> {
  const caller = await mustBeSignedIn(shop, request);
  if (caller.orgId === null) throw fault(403, "session.placeNeeded");
  if (caller.bearer.mustChange) throw fault(403, "session.mustChange");
  if (caller.world.region.settings.secondFactor === "required" && !caller.bearer.hasSecondFactor) {
    throw fault(403, "session.mustEnrol");
  }
  const { orgId, personId, posts } = caller;
  const { via } = caller.bearer;
  return { ...caller, orgId, actor: { kind: "staff", personId, orgId, posts, ...(via ? { via } : {}) } };
}

/** Refuses whoever does not hold one of these posts. */
export function mustHold(caller: StaffCaller, ...posts: readonly Post[]): void {
  if (caller.posts.some((post) => posts.includes(post))) return;
  const needs = posts.map((post) => zh.posts[post]).join("、");
  throw new Fault(403, "right.missing", fill(rightNeeds, { needs }), { needs });
}

/** Refuses a token: what changes rights is done by the person at the desk. */
export function mustBeInPerson(caller: Caller): NonNullable<Caller["session"]> {
  if (!caller.session) throw fault(403, "session.tokenBarred");
  return caller.session;
}

/** When a session still lives. */
export function aliveAt(shop: Shop, now: Instant): Alive {
  const ago = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString() as Instant;
  return { usedSince: ago(shop.config.sessionIdleMinutes), openedSince: ago(shop.config.sessionHours * 60) };
}

/** A form or script of ours knows this; another site cannot read it. */
export function csrfToken(secret: string): string {
  return createHmac("sha256", secret).update("csrf").digest("base64url");
}

/** Where a sign-in comes from: address, browser, and the mark of an earlier one. */
export function whenceOf(shop: Shop, request: FastifyRequest): Whence {
  return {
    address: request.ip,
    mark: markFrom(shop.house, request.cookies[deviceName]),
    device: deviceOf(request.headers["user-agent"]),
  };
}

/** Gives the browser its session, and the mark by which the account will know it again. */
export function setSessionCookies(shop: Shop, reply: FastifyReply, { token, mark }: Opened): void {
  const options = { path: "/", httpOnly: true, sameSite: "strict", secure: shop.config.secureCookies } as const;
  reply.setCookie(sessionName, token, options);
  reply.setCookie(deviceName, mark, { ...options, maxAge: deviceDays * 86_400 });
}

export function clearSessionCookie(shop: Shop, reply: FastifyReply): void {
  reply.clearCookie(sessionName, { path: "/", secure: shop.config.secureCookies });
}
