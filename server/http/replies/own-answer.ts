import type { Command } from "../../../domain/case/input.ts";
import type { Actor } from "../../../domain/case/case.ts";
import { legOf } from "../../../domain/case/legs.ts";
import { sees, sightOf } from "../../../domain/case/sight.ts";
import { elsewhere } from "../../record/comparing/elsewhere.ts";
import { packOf } from "../../record/perform.ts";
import { replyText } from "../../record/wording/reply-text.ts";
import { readCase } from "../../store/case/load.ts";
import { fault } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";

/**
 * A reply that looks like the answer to another question goes no further without a reason.
 * Whoever may not read the case, or has no part of it, is refused by the act itself.
 */
export async function demandOwnAnswer(shop: Shop, caseId: string, actor: Actor, command: Command): Promise<void> {
  if (command.act !== "draftReply" || command.input.why?.trim()) return;
  const stored = await readCase(shop.house.db, shop.house.keys, shop.region, caseId);
  const leg = stored && command.legId !== null ? legOf(stored.kase, command.legId) : null;
  if (!stored || !leg || actor.kind !== "staff") return;
  const world = await worldOf(shop);
  const pack = packOf(shop.house, stored.kase, world);
  if (sees(actor, sightOf(stored.kase, pack, world.office)) !== "all") return;
  const text = replyText(command.input, pack);
  const { alike, strange } = await elsewhere(shop.house.db, {
    region: shop.region,
    stored,
    leg,
    text,
    world,
    seal: shop.house.keys,
  });
  if (alike) throw fault(422, "reply.sameAsAnother", { ...alike, names: [...strange] });
  if (strange.length > 0) throw fault(422, "reply.namesElsewhere", { names: [...strange] });
}
