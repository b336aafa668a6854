import { platformName } from "../../../domain/words/pack/platform.ts";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import { emergency } from "../../../domain/words/danger/danger-words.ts";
import type { Frame } from "../../../portal/frame.tsx";
import { phoneOf } from "../../record/telling/region-phone.ts";
import { type Neighbour, neighbours } from "../../record/regions.ts";
import { publishes } from "../../../domain/rules/look-up.ts";
import { zh } from "../../../portal/words/zh.ts";
import type { World } from "../../store/world.ts";
import { knownWorld, type Shop, worldAt } from "../shop.ts";
import { packToday } from "../api/worklist.ts";
import { formToken } from "./form-token.ts";
import { visitToken } from "./visit.ts";

/** The portal's style sheet and the address that changes with its content. */
export const style = readFileSync(new URL("../../../portal/style.css", import.meta.url), "utf8");
export const stylePath = `/style-${createHash("sha256").update(style).digest("hex").slice(0, 10)}.css`;

/** The portal's only script: keeps a form while there is no network. */
export const script = readFileSync(new URL("../../../portal/script/keep.js", import.meta.url), "utf8");
export const scriptPath = `/script-${createHash("sha256").update(script).digest("hex").slice(0, 10)}.js`;

export const largeCookie = "huiyin_large";

/** What every page's frame is made of. */
export async function frameOf(shop: Shop, request: FastifyRequest, reply: FastifyReply): Promise<Frame> {
  const world = await worldAt(shop, request);
  return frameFrom(shop, world, await neighbours(shop.house, shop.region, request.host), request, reply);
}

/** The frame of an error: of what is known of the region already; the database is asked only where nothing is. */
export async function errorFrame(shop: Shop, request: FastifyRequest, reply: FastifyReply): Promise<Frame> {
  const world = knownWorld(shop) ?? (await worldAt(shop, request).catch(() => null));
  return world === null ? bareFrame(shop, request, reply) : frameFrom(shop, world, [], request, reply);
}

/** The frame of a house that cannot even say which region this is. */
function bareFrame(shop: Shop, request: FastifyRequest, reply: FastifyReply): Frame {
  return {
    platform: zh.errors.platform,
    large: request.cookies[largeCookie] === "1",
    path: "/",
    demo: false,
    emergency: emergency.numbers,
    publishes: false,
    phone: phoneOf({ settings: {} }),
    hours: null,
    address: null,
    footer: [],
    neighbours: [],
    style: stylePath,
    script: scriptPath,
    csrf: formToken(visitToken(shop, request, reply)),
  };
}

function frameFrom(
  shop: Shop,
  world: World,
  near: readonly Neighbour[],
  request: FastifyRequest,
  reply: FastifyReply,
): Frame {
  const pack = packToday(shop, world);
  const numbers = pack.settings.emergencyNumbers.value;
  return {
    platform: platformName(pack, world.region.name),
    large: request.cookies[largeCookie] === "1",
    path: request.url.startsWith("/q/") ? "/" : request.url,
    demo: world.region.settings.demo === true,
    emergency: numbers.length > 0 ? numbers : emergency.numbers,
    publishes: publishes(pack),
    phone: phoneOf(world.region),
    hours: world.region.settings.hours ?? null,
    address: world.region.settings.address ?? null,
    footer: world.region.settings.footer ?? [],
    neighbours: near,
    style: stylePath,
    script: scriptPath,
    csrf: formToken(visitToken(shop, request, reply)),
  };
}

/** Sends a page; nothing personal is kept by anybody on the way. */
export function sendPage<P>(reply: FastifyReply, page: VNode<P>, status = 200): FastifyReply {
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .header("referrer-policy", "same-origin")
    .type("text/html; charset=utf-8")
    .send(`<!doctype html>${render(page as VNode)}`);
}
