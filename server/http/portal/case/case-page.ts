import type { FastifyReply, FastifyRequest } from "fastify";
import { h } from "preact";
import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import { endedStages } from "../../../../domain/rules/vocabulary.ts";
import type { CaseStage } from "../../../../domain/rules/vocabulary.ts";
import { CasePage, type Said } from "../../../../portal/pages/case/case.tsx";
import type { CaseView } from "../../../../portal/pages/case/case-view.ts";
import { supplementsAllowed } from "../../../actions/cases/supplement-case.ts";
import { packOf } from "../../../record/perform.ts";
import { phoneOf } from "../../../record/telling/region-phone.ts";
import { readContent } from "../../../store/case/content.ts";
import { filesOfCase } from "../../../store/case/files.ts";
import { caseFacts } from "../../../store/case/related.ts";
import { readCase, readEvents } from "../../../store/case/load.ts";
import { missing } from "../../fault.ts";
import { type Shop, worldAt } from "../../shop.ts";
import type { World } from "../../../store/world.ts";
import { type Follow, followView } from "../../views/follow/follow-view.ts";
import type { HolderLine } from "../../views/follow/holder-lines.ts";
import { pointedReply } from "../../views/follow/pointed-reply.ts";
import { frameOf, sendPage } from "../render.ts";
import { openedCase } from "../visit.ts";
import { afterRating, remediesAmong } from "./after-answer.ts";
import { answerViews } from "./answer-view.ts";
import { addedSince } from "./own-additions.ts";
import { ownFormalities } from "./own-formalities.ts";
import { partView } from "./part-view.ts";
import { refusalView } from "./refusal-view.ts";

/** A form of the page as it was typed. */
export type Fields = Readonly<Record<string, string>>;

export async function casePage(
  shop: Shop,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: Readonly<Record<string, string>>,
  said: Said,
  typed: Fields,
): Promise<FastifyReply> {
  const caseId = openedCase(shop, request);
  if (!caseId) return reply.redirect("/follow", 303);
  const view = await viewOf(shop, caseId, await worldAt(shop, request));
  const frame = await frameOf(shop, request, reply);
  const page = h(CasePage, { frame, view, errors, said, typed, once: shop.house.newId() });
  return sendPage(reply, page, Object.keys(errors).length > 0 ? 422 : 200);
}

async function viewOf(shop: Shop, caseId: string, world: World): Promise<CaseView> {
  const { house, region } = shop;
  const stored = await readCase(house.db, house.keys, region, caseId);
  const facts = await caseFacts(house.db, house.keys, region, caseId);
  if (!stored || !facts) throw missing();
  const { kase } = stored;
  const pack = packOf(house, kase, world);
  const now = house.now();
  const [events, content, files] = await Promise.all([
    readEvents(house.db, house.keys, region, caseId),
    readContent(house.db, house.keys, region, caseId),
    filesOfCase(house.db, house.keys, region, caseId),
  ]);
  const follow = followView(kase, events, pack, world, now);
  const known = { kase, pack, world, now };
  const phone = phoneOf(world.region);
  const claim = content?.claim ?? null;
  const going = files.filter((file) => file.for_petitioner).map(({ id, name }) => [id, { id, name }] as const);
  const { remedies, others } = remediesAmong(ownFormalities(kase, pack, world, now), known);
  const added = addedSince(events, files);
  return {
    number: facts.number,
    title: content?.title ?? facts.title,
    state: follow.state,
    receivedAt: facts.received_at as Instant,
    content: content?.content ?? "",
    claim,
    files: added.first,
    parts: shownLines(follow, kase.stage).map((line) => partView(line, known)),
    answers: answerViews(follow, { claim, files: new Map(going), world }),
    refusal: follow.refusal && refusalView(follow.refusal, events, pack, world),
    pointedTo: await pointedReply(house, region, follow, pack),
    steps: follow.steps,
    ratings: follow.mayRate
      ? (pack.settings.ratings.value ?? []).map((r) => ({ value: r.code, label: r.label }))
      : null,
    rated: afterRating(events, facts.number, phone, known),
    supplements: added.supplements,
    maySupplement: follow.maySupplement && added.supplements.length < supplementsAllowed,
    asked: follow.asked,
    supplementsFull: follow.maySupplement && added.supplements.length >= supplementsAllowed,
    formalities: others,
    remedies,
    phone,
    hours: world.region.settings.hours ?? "",
  };
}

/** While it is under way every part; once it is over only what the petitioner has applied for since. */
function shownLines(follow: Follow, stage: CaseStage): readonly HolderLine[] {
  const over = stage === "answering" || endedStages.includes(stage);
  return over ? follow.lines.filter((line) => line.appliedFor) : follow.lines;
}
