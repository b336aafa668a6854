import type { FastifyInstance } from "fastify";
import { cases } from "../../../contract/case/cases.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { countTerm } from "../../../domain/calendar/term.ts";
import { areaOf, hasJoined, isWithin, peerBody } from "../../../domain/office/office.ts";
import { type Org, type OrgId, unitKinds } from "../../../domain/office/org.ts";
import { fieldRefusal } from "../../../domain/case/guards/ground-fields.ts";
import { explainRefusal } from "../../../domain/rules/explain.ts";
import type { Case } from "../../../domain/case/case.ts";
import { legOf } from "../../../domain/case/legs.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { articleOf, clauseOf, replyRules } from "../../../domain/rules/look-up.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { packOf } from "../../record/perform.ts";
import { phoneOf } from "../../record/telling/region-phone.ts";
import { groundWords, refusalSentence } from "../../record/refusal-text.ts";
import { searchable } from "../../record/mask.ts";
import { readContent } from "../../store/case/content.ts";
import type { World } from "../../store/world.ts";
import { hang } from "../door.ts";
import { missing, refused } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";

/** What a dispatcher sees before deciding: the date to come, the closed nodes with their reasons, the notice's words. */
export function dispatchDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, cases.previewDispatch, async ({ params, body, caller }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const world = await worldOf(shop);
    const { kase, title } = opened.stored;
    const pack = packOf(house, kase, world);
    const content = await readContent(house.db, region, params.id);
    const text = searchable(`${title}${content?.content ?? ""}`);
    return {
      ...dueToCome(body.track ?? kase.track ?? "public", pack, world, house.now()),
      closed: [...closedNodes(kase, body.legId, pack, world, dayOf(house.now()))],
      suggestions: [...suggestions(text, kase, body.legId, world, dayOf(house.now()))],
    };
  });

  hang(app, shop, cases.previewRefusal, async ({ params, body, caller }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const world = await worldOf(shop);
    const pack = packOf(house, opened.stored.kase, world);
    const ground = pack.grounds.find((g) => g.id === body.ground);
    if (!ground) throw missing();
    const unfit = fieldRefusal(ground, body.fields, world.office, dayOf(house.now()));
    if (unfit) throw refused(explainRefusal(unfit, pack), world.office);
    return { text: refusalSentence(groundWords(ground, body.fields, pack, world), phoneOf(world.region)) };
  });
}

function dueToCome(track: string, pack: Pack, world: World, now: ReturnType<Shop["house"]["now"]>) {
  const fromReceipt = replyRules(pack).filter((r) => r.start === "unit.received");
  const rule = fromReceipt.find((r) => r.when.every((c) => c.is !== "track" || c.value === track));
  if (!rule?.limit) return { due: null, term: zh.dispatch.noTerm, gap: null };
  const article = articleOf(pack, rule.clause);
  const counted = countTerm(world.calendar(now), dayOf(now), rule.limit);
  const term = fill(zh.dispatch.term, { article, n: rule.limit.n });
  return "due" in counted
    ? { due: counted.due, term, gap: null }
    : { due: null, term, gap: "gap" in counted ? counted.gap : null };
}

/** The body that would send: the county bureau of the leg, or the top bureau. */
function senderOf(kase: Case, legId: string | null): OrgId | null {
  return legOf(kase, legId)?.orgId ?? kase.topBureau;
}

function closedNodes(kase: Case, legId: string | null, pack: Pack, world: World, today: ReturnType<typeof dayOf>) {
  const sender = senderOf(kase, legId);
  if (sender === null) return [];
  const home = areaOf(world.office, sender);
  const through = clauseOf(
    pack,
    pack.powers.find((p) => p.act === "dispatchOn")?.clause ?? (pack.powers[0]?.clause as never),
  );
  const bound = pack.powers.some((p) => p.guards.some((guard) => guard.is === "throughCountyBureau"));
  return [...world.office.orgs.values()].flatMap((org) => {
    const message = bound
      ? closedBecause(org, home, kase, world, today, through.article)
      : closedAnywhere(org, kase, world, today);
    return message ? [{ id: org.id, message }] : [];
  });
}

function closedBecause(
  org: Org,
  home: Org,
  kase: Case,
  world: World,
  today: ReturnType<typeof dayOf>,
  article: string,
): string | null {
  if (org.kind === "area") return null;
  if (kase.accused && isWithin(world.office, org.id, kase.accused)) return zh.dispatch.accused;
  const area = areaOf(world.office, org.id);
  if (!isWithin(world.office, area.id, home.id)) return zh.dispatch.outside;
  if (area.id !== home.id) {
    if (org.kind === "petitionBureau" && area.parentId === home.id) return null;
    const bureau = peerBody(world.office, org.id, "petitionBureau");
    return fill(zh.dispatch.throughCounty, { bureau: bureau?.shortName ?? zh.orgKinds.petitionBureau, article });
  }
  if (!unitKinds.includes(org.kind)) return zh.dispatch.notAUnit;
  return notJoined(org, today);
}

/** Where the regulation does not say through whom a case must go, it may go to any organisation that takes part. */
function closedAnywhere(org: Org, kase: Case, world: World, today: ReturnType<typeof dayOf>): string | null {
  if (org.kind === "area") return null;
  if (kase.accused && isWithin(world.office, org.id, kase.accused)) return zh.dispatch.accused;
  return notJoined(org, today);
}

function notJoined(org: Org, today: ReturnType<typeof dayOf>): string | null {
  if (hasJoined(org, today)) return null;
  return org.leftOn && org.leftOn < today ? fill(zh.dispatch.left, { on: org.leftOn }) : zh.dispatch.notJoined;
}

/** Units whose duty words stand in the text; nothing moves until a person presses. */
function suggestions(text: string, kase: Case, legId: string | null, world: World, today: ReturnType<typeof dayOf>) {
  const sender = senderOf(kase, legId);
  if (sender === null) return [];
  const home = areaOf(world.office, sender);
  const scored = [...world.office.orgs.values()].flatMap((org) => {
    if (!unitKinds.includes(org.kind) || areaOf(world.office, org.id).id !== home.id || !hasJoined(org, today))
      return [];
    const duties =
      world.cards
        .get(org.id)
        ?.duties.split(/[、，,]/)
        .filter((word) => word.length >= 2) ?? [];
    const found = duties.filter((word) => text.includes(searchable(word)));
    return found.length > 0 ? [{ org, found }] : [];
  });
  return scored
    .sort((a, b) => b.found.length - a.found.length)
    .slice(0, 3)
    .map(({ org, found }) => ({
      id: org.id,
      name: org.shortName,
      reason: fill(zh.dispatch.suggestion, { words: found }),
    }));
}
