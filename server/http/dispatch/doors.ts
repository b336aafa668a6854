import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { cases } from "../../../contract/case/cases.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../domain/case/case.ts";
import { type Context, noChain } from "../../../domain/case/context.ts";
import { fieldRefusal } from "../../../domain/case/guards/ground-fields.ts";
import type { Classification } from "../../../domain/case/input.ts";
import { legOf } from "../../../domain/case/legs.ts";
import { asksLastDay, type Sending } from "../../../domain/case/offer/receivers.ts";
import { type OrgId, unitKinds } from "../../../domain/office/org.ts";
import { explainRefusal } from "../../../domain/rules/explain.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { searchable } from "../../record/mask.ts";
import { groundFields } from "../../record/comparing/named-case.ts";
import { packOf } from "../../record/perform.ts";
import { phoneOf } from "../../record/telling/region-phone.ts";
import { groundWords, refusalSentence } from "../../record/refusal-text.ts";
import { readContent } from "../../store/case/content.ts";
import { caseFacts } from "../../store/case/related.ts";
import { hang } from "../door.ts";
import { missing, refused } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { closedNodes, dueToCome } from "./receivers.ts";
import { suggestions } from "./suggestions.ts";

/** What a dispatcher sees before deciding: the date to come, the closed nodes with their reasons, the notice's words. */
export function dispatchDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, cases.previewDispatch, async ({ params, body, caller }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const world = await worldOf(shop);
    const { kase, title } = opened.stored;
    const pack = packOf(house, kase, world);
    const [content, facts] = await Promise.all([
      readContent(house.db, region, params.id),
      caseFacts(house.db, region, params.id),
    ]);
    const now = house.now();
    const calendar = world.calendar(now);
    const ctx: Context = { now, actor: caller.actor, office: world.office, pack, calendar, chain: noChain };
    const leg = legOf(kase, body.legId);
    const sending: Sending = { act: leg ? "dispatchOn" : "dispatch", kase, leg, classification: sortedAs(body, kase) };
    const closed = closedNodes(sending, ctx);
    const asked = {
      kase,
      text: searchable(`${title}${content?.content ?? ""}`),
      areaId: facts?.area_id ?? null,
      closed: new Set(closed.map(({ id }) => id)),
    };
    return {
      ...dueToCome(sending, ctx),
      closed,
      kinds: [...unitKinds, "petitionBureau"],
      asksDay: asksLastDay(sending, ctx),
      suggestions: await suggestions(house, world, ctx, asked),
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
    const place = { region, caseId: params.id, actor: caller.actor };
    const checked = await groundFields(house.db, house, place, ground, body.fields);
    if ("code" in checked) throw refused(explainRefusal(checked, pack), world.office);
    return { text: refusalSentence(groundWords(ground, checked.fields, pack, world), phoneOf(world.region)) };
  });
}

/** The case as it is about to be sorted in the same act; null where it is sorted already. */
function sortedAs(
  { track, subject, accused }: z.output<typeof cases.previewDispatch.body>,
  kase: Case,
): Classification | null {
  if (track === null || kase.track !== null) return null;
  return {
    track,
    internalReason: null,
    reasonNote: null,
    subject: subject ?? kase.subject,
    accused: accused === null ? kase.accused : (accused as OrgId),
    complex: kase.complex,
  };
}
