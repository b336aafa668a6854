import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { cases } from "../../../contract/case/cases.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../domain/case/case.ts";
import { fieldRefusal } from "../../../domain/case/guards/ground-fields.ts";
import type { Classification } from "../../../domain/case/input.ts";
import { asksLastDay } from "../../../domain/case/offer/receivers.ts";
import { type OrgId, unitKinds } from "../../../domain/office/org.ts";
import { explainRefusal } from "../../../domain/rules/explain.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { groundFields } from "../../record/comparing/named-case.ts";
import { packOf } from "../../record/perform.ts";
import { phoneOf } from "../../record/telling/region-phone.ts";
import { groundWords, refusalSentence } from "../../record/wording/refusal-text.ts";
import { hang } from "../door.ts";
import { missing, refused } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { offeredFor } from "./proposed.ts";
import { dueToCome } from "./receivers.ts";

/** What a dispatcher sees before deciding: the date to come, the closed nodes with their reasons, the notice's words. */
export function dispatchDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, cases.previewDispatch, async ({ params, body, caller }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const world = await worldOf(shop);
    const { ctx, sending, closed, proposals } = await offeredFor(shop, {
      stored: opened.stored,
      world,
      actor: caller.actor,
      legId: body.legId,
      classification: sortedAs(body, opened.stored.kase),
    });
    return {
      ...dueToCome(sending, ctx),
      closed,
      kinds: [...unitKinds, "petitionBureau"],
      asksDay: asksLastDay(sending, ctx),
      suggestions: proposals,
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
