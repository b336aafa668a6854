import { platformName } from "../../../domain/words/pack/platform.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import QRCode from "qrcode";
import { session } from "../../../contract/session.ts";
import type { SessionInfo } from "../../../contract/session.ts";
import { noChain } from "../../../domain/case/context.ts";
import { mayRegister } from "../../../domain/case/lawful.ts";
import { dayOf, type Instant } from "../../../domain/calendar/plain-date.ts";
import { inOffice } from "../../../domain/office/office.ts";
import type { OrgId, PersonId } from "../../../domain/office/org.ts";
import { packInForce } from "../../../domain/rules/in-force.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { bindSecondFactor, changePassword, offerSecondFactor } from "../../actions/office/keep-account.ts";
import { signIn, type SignInOutcome, signInWithCode } from "../../actions/office/sign-in.ts";
import { sendingPosts } from "../views/message-view.ts";
import { knownTo, namesOf } from "../views/names-view.ts";
import { placesOf } from "../../record/places.ts";
import { endSession, setSessionOrg } from "../../store/office/sessions.ts";
import type { World } from "../../store/world.ts";
import {
  type Caller,
  clearSessionCookie,
  csrfToken,
  mustBeInPerson,
  sessionHash,
  setSessionCookies,
  whenceOf,
} from "../caller.ts";
import { hang } from "../door.ts";
import { fault } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";
import { newsSince } from "./trust/news.ts";

/** Signing in and out, and the own account. */
export function sessionDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, session.signIn, async ({ body, request, reply }) => {
    mustBeOurs(request);
    await mustBeNoShow(shop);
    const { login, password, code = null } = body;
    const asked = { region, login, password, code, from: whenceOf(shop, request) };
    return welcome(shop, request, reply, await signIn(house, asked));
  });

  hang(app, shop, session.signInCode, async ({ body, request, reply }) => {
    mustBeOurs(request);
    const asked = { region, ...body, from: whenceOf(shop, request) };
    return welcome(shop, request, reply, await signInWithCode(house, asked));
  });

  hang(app, shop, session.whoAmI, async ({ caller }) => infoOf(shop, caller));

  hang(app, shop, session.choosePlace, async ({ body, caller }) => {
    const world = await worldOf(shop);
    const place = placesOf(world, caller.personId, house.now()).find((p) => p.orgId === body.orgId);
    if (!place || !caller.session) throw fault(403, "right.missing");
    await setSessionOrg(house.db, region, caller.session.hash, place.orgId);
    return info(shop, caller.personId, place.orgId, caller.session.token, caller.bearer, null);
  });

  hang(app, shop, session.signOut, async ({ caller, reply }) => {
    if (caller.session) await endSession(house.db, region, caller.session.hash);
    clearSessionCookie(shop, reply);
    return { done: true as const };
  });

  hang(app, shop, session.changePassword, async ({ body, caller, once }) => {
    const { hash } = mustBeInPerson(caller);
    const who = { region, login: body.login, personId: caller.personId, session: hash };
    const outcome = await changePassword(house, who, body.current, body.next, once);
    if (typeof outcome === "object") throw fault(422, "password.wait", outcome);
    if (outcome !== "changed") throw fault(422, `password.${outcome}`);
    return { done: true as const };
  });

  hang(app, shop, session.offerSecondFactor, async ({ caller }) => {
    mustBeInPerson(caller);
    const { accountId, name } = caller.bearer;
    const issuer = (await worldOf(shop)).region.name;
    const offer = await offerSecondFactor(house, { region, accountId: accountId ?? "" }, name, issuer);
    return { ...offer, qr: await QRCode.toDataURL(offer.uri) };
  });

  hang(app, shop, session.bindSecondFactor, async ({ body, caller, once }) => {
    mustBeInPerson(caller);
    const who = { region, accountId: caller.bearer.accountId ?? "", personId: caller.personId };
    const outcome = await bindSecondFactor(house, who, body, once);
    if (outcome === "noOffer") throw fault(422, "factor.noOffer");
    if (outcome === "codeWrong") throw fault(422, "code.wrong");
    if (outcome === "bound") return { done: true as const };
    throw "left" in outcome ? fault(422, "factor.proof", outcome) : fault(422, "password.wait", outcome);
  });
}

/** A form of another site signs nobody in. */
function mustBeOurs(request: FastifyRequest): void {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw fault(403, "session.csrf");
}

/** The accounts of a demo city have one known password: where citizens come over TLS nobody is let in by it unawares. */
async function mustBeNoShow(shop: Shop): Promise<void> {
  const { demo, publicUrl } = shop.config;
  if (demo || !publicUrl?.startsWith("https:")) return;
  if ((await worldOf(shop)).region.settings.demo) throw fault(403, "session.demoOff");
}

/** What comes of a sign-in: a session, which takes the place of the browser's earlier one, or why there is none. */
async function welcome(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: SignInOutcome,
): Promise<SessionInfo> {
  if ("wrong" in outcome) throw fault(401, "session.wrong", outcome.wrong);
  if ("locked" in outcome) throw fault(401, "session.locked", outcome.locked);
  if ("codeNeeded" in outcome) throw fault(401, "session.codeNeeded", outcome.codeNeeded);
  if ("stepOver" in outcome) throw fault(401, "session.stepOver");
  if ("shut" in outcome) throw fault(403, `session.${outcome.shut}`, { days: outcome.days });
  if ("noPost" in outcome) throw fault(403, "session.noPost");
  const earlier = sessionHash(request);
  if (earlier) await endSession(shop.house.db, shop.region, earlier);
  setSessionCookies(shop, reply, outcome);
  const only = outcome.places.length === 1 ? (outcome.places[0]?.orgId ?? null) : null;
  const { lastSignIn, personId } = outcome;
  const news = lastSignIn ? await newsSince(shop, personId, lastSignIn) : [];
  return { ...(await info(shop, personId, only, outcome.token, outcome, lastSignIn)), news };
}

function infoOf(shop: Shop, caller: Caller): Promise<SessionInfo> {
  const token = caller.session?.token ?? "";
  return info(shop, caller.personId, caller.orgId, token, caller.bearer, null);
}

async function info(
  shop: Shop,
  personId: PersonId,
  orgId: OrgId | null,
  token: string,
  { hasSecondFactor, mustChange }: { readonly hasSecondFactor: boolean; readonly mustChange: boolean },
  lastSignIn: Instant | null,
): Promise<SessionInfo> {
  const world = await worldOf(shop);
  const now = shop.house.now();
  const pack = packInForce(shop.house.packs, world.region.jurisdiction, dayOf(now));
  const places = placesOf(world, personId, now).map((place) => ({
    orgId: place.orgId,
    orgName: orgName(world, place.orgId),
    posts: [...place.posts],
    standsInFor: place.standsInFor.map((id) => world.people.get(id) ?? ""),
    standsInUntil: lastDayLent(world, personId, place.orgId, now),
  }));
  const place = places.find((own) => own.orgId === orgId) ?? null;
  const years = [...world.calendar(now).keys()];
  return {
    person: { id: personId, name: world.people.get(personId) ?? "" },
    places,
    place,
    registers: pack !== null && place !== null && registersAt(pack, personId, place, world, now),
    sends: pack !== null && place !== null && place.posts.some((post) => sendingPosts(pack).includes(post)),
    escalates: pack !== null && pack.powers.some((power) => power.act === "escalate"),
    knows: knownTo(pack),
    platform: pack ? platformName(pack, world.region.name) : world.region.name,
    names: namesOf(pack),
    region: { id: world.region.id, name: world.region.name, demo: world.region.settings.demo === true },
    csrf: csrfToken(token),
    idleMinutes: shop.config.sessionIdleMinutes,
    hasSecondFactor,
    mustEnrol: world.region.settings.secondFactor === "required" && !hasSecondFactor,
    mustChange,
    lastSignIn,
    news: [],
    today: dayOf(now),
    calendarUntil: years.length > 0 ? Math.max(...years) : null,
  };
}

/** Until when the person stands in for somebody there; null for as long as nobody ends it. */
function lastDayLent(world: World, personId: PersonId, orgId: OrgId, now: Instant): string | null {
  const lent = inOffice(world.office, orgId, dayOf(now)).filter(
    (holding) => holding.personId === personId && holding.standsInFor !== null,
  );
  return lent.flatMap(({ to }) => (to === null ? [] : [to])).toSorted()[0] ?? null;
}

function registersAt(
  pack: Pack,
  personId: PersonId,
  { orgId, posts }: NonNullable<SessionInfo["place"]>,
  world: World,
  now: Instant,
): boolean {
  const actor = { kind: "staff", personId, orgId: orgId as OrgId, posts } as const;
  return mayRegister({ now, actor, office: world.office, pack, calendar: world.calendar(now), chain: noChain });
}
