import type { FastifyInstance } from "fastify";
import { cases } from "../../../contract/case/cases.ts";
import { legOf } from "../../../domain/case/legs.ts";
import { likeness } from "../../../domain/words/likeness.ts";
import { openCase } from "../../actions/cases/open-case.ts";
import { packOf } from "../../record/perform.ts";
import { openPetitioner } from "../../record/petitioner.ts";
import { replyText } from "../../record/reply-text.ts";
import { readContent } from "../../store/case/content.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { caseFacts } from "../../store/case/related.ts";
import { latestReplies } from "../../store/comparing/replies.ts";
import { hang } from "../door.ts";
import { missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";
import { redoBy } from "./redo.ts";
import { replyPreview } from "./preview.ts";
import { strangers } from "./strange.ts";

const alikeFrom = 0.9;

/** What a reply would look like outside, and whether it is the answer to this question, before anybody sends it. */
export function replyDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, cases.previewReply, async ({ params, body, caller }) => {
    const opened = await openCase(house, region, params.id, caller.actor);
    if (opened?.sees !== "all") throw missing();
    const world = await worldOf(shop);
    const { kase, title } = opened.stored;
    const leg = legOf(kase, body.legId);
    const [petitioner, content, facts] = await Promise.all([
      readPetitioner(house.db, region, kase.id),
      readContent(house.db, region, kase.id),
      caseFacts(house.db, region, kase.id),
    ]);
    if (!leg || !petitioner || !facts) throw missing();
    const pack = packOf(house, kase, world);
    const { legId: _leg, withhold, ...reply } = body;
    const text = replyText(reply, pack);
    const others =
      text.length < 10 ? [] : await latestReplies(house.db, region, { orgId: leg.orgId, except: kase.id, cases: 200 });
    const closest = others
      .map((other) => ({ number: other.number, share: likeness(text, other.text) }))
      .toSorted((a, b) => b.share - a.share)[0];
    const place = [facts.area_id && orgName(world, facts.area_id), facts.place].filter(Boolean).join(" ");
    const question = [title, content?.content, content?.claim, place].join("\n");
    const parties = new Set<string>([
      ...kase.legs.flatMap((one) => [one.orgId, one.sender]),
      ...[kase.topBureau, kase.intake, kase.accused, facts.area_id].filter((id) => id !== null),
    ]);
    const of = {
      kase,
      leg,
      number: facts.number,
      title,
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
      redoBy: redoBy(kase, leg.id, pack, world, house.now()),
      alike:
        closest && closest.share >= alikeFrom
          ? { number: closest.number, percent: Math.round(closest.share * 100) }
          : null,
      strange: strangers(text, { question, number: facts.number, parties, office: world.office }),
    };
  });
}
