import type { FastifyInstance } from "fastify";
import { publications } from "../../../contract/case/barring.ts";
import { cases } from "../../../contract/case/cases.ts";
import type { PublicPlaces } from "../../../domain/barring/decisions.ts";
import { confidential } from "../../../domain/case/chapters/published.ts";
import { legOf } from "../../../domain/case/legs.ts";
import { publishes } from "../../../domain/rules/look-up.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { packOf } from "../../record/perform.ts";
import { elsewhere } from "../../record/comparing/elsewhere.ts";
import { openPetitioner } from "../../record/petitioner.ts";
import { plannedOf } from "../../record/publication/planned.ts";
import { replyText } from "../../record/wording/reply-text.ts";
import { readContent } from "../../store/case/content.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { caseFacts } from "../../store/case/related.ts";
import { hang } from "../door.ts";
import { missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { markOfSeen } from "./seen.ts";
import { redoBy } from "./redo.ts";
import { replyPreview } from "./preview.ts";

/** What a reply would look like outside, and whether it is the answer to this question, before anybody sends it. */
export function replyDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, publications.planned, async ({ params, caller }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const world = await worldOf(shop);
    const { kase, title } = opened.stored;
    const pack = packOf(house, kase, world);
    const ids = publishes(pack) && !confidential(kase) ? kase.matters.map((matter) => matter.id) : [];
    const planned = await plannedOf(house.db, house, { kase, title, pack, world }, ids);
    return { matters: planned.map(({ matterId, texts, places }) => ({ matterId, texts, places: listed(places) })) };
  });

  hang(app, shop, cases.previewReply, async ({ params, body, caller }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const world = await worldOf(shop);
    const { kase, title } = opened.stored;
    const leg = legOf(kase, body.legId);
    const [petitioner, content, facts] = await Promise.all([
      readPetitioner(house.db, region, kase.id),
      readContent(house.db, house.keys, region, kase.id),
      caseFacts(house.db, house.keys, region, kase.id),
    ]);
    if (!leg || !petitioner || !facts) throw missing();
    const pack = packOf(house, kase, world);
    const { legId: _leg, withhold, ...reply } = body;
    const text = replyText(reply, pack);
    const found = await elsewhere(house.db, { region, stored: opened.stored, leg, text, world, seal: house.keys });
    const of = {
      kase,
      leg,
      number: facts.number,
      title: content?.title_given ?? title,
      content: content?.content ?? "",
      claim: content?.claim ?? null,
      petitioner: openPetitioner(house.keys, petitioner.sealed),
      pack,
      world,
    };
    return {
      ...replyPreview(
        house,
        of,
        { ...reply, internalOpinion: null, advisesWithholding: false, adviceReason: null },
        withhold,
      ),
      seen: markOfSeen(house, kase.id, leg.id, reply),
      redoBy: redoBy(kase, leg.id, pack, world, house.now()),
      alike: found.alike,
      strange: [...found.strange],
    };
  });
}

function listed({ title, question, answer }: PublicPlaces) {
  return { title: [...title], question: [...question], answer: [...answer] };
}
