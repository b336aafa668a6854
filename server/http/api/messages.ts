import type { FastifyInstance } from "fastify";
import { messages } from "../../../contract/messages.ts";
import { explainRefusal } from "../../../domain/rules/explain.ts";
import { type RefusalCode, refuse } from "../../../domain/rules/refusal.ts";
import { completeTask } from "../../actions/messages/complete-task.ts";
import { resendAll, resendMessage } from "../../actions/messages/resend-messages.ts";
import type { OutboxState } from "../../store/once/outbox.ts";
import type { World } from "../../store/world.ts";
import { attemptsOf, countUnsent, messagesByState } from "../../store/once/messages.ts";
import { settled } from "./acts.ts";
import { mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { missing, refused } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { messageTrafficView, messageView, sendingPosts } from "../views/message-view.ts";
import { packToday, readerOf } from "./worklist.ts";

const states: Readonly<Record<string, readonly OutboxState[]>> = {
  open: ["toDo", "notSent", "failed", "waiting"],
  toDo: ["toDo"],
  notSent: ["notSent"],
  failed: ["failed"],
  delivered: ["delivered"],
  all: ["toDo", "notSent", "failed", "waiting", "delivered", "replaced"],
};

/** What has gone out, what could not, and the calls that somebody has to make. */
export function messageDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;
  const said = (code: RefusalCode, world: World) =>
    refused(explainRefusal(refuse(code, null), packToday(shop, world)), world.office);

  hang(app, shop, messages.list, async ({ query, caller }) => {
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    const senders = sendingPosts(pack);
    mustHold(caller, "administrator", ...senders);
    const sends = caller.posts.some((post) => senders.includes(post));
    const rows = await messagesByState(house.db, house.keys, region, {
      reader: sends ? readerOf(shop, caller) : null,
      states: states[query.state] ?? [],
      ...(query.case === undefined ? {} : { caseId: query.case }),
      limit: query.size,
      offset: (query.page - 1) * query.size,
    });
    const tried = await attemptsOf(
      house.db,
      house.keys,
      region,
      rows.map((row) => row.id),
    );
    const view = sends ? messageView : messageTrafficView;
    const unsent = sends ? await countUnsent(house.db, readerOf(shop, caller)) : 0;
    return {
      total: rows[0]?.total ?? 0,
      unsent,
      ways: house.ways,
      rows: rows.map((row) => view(row, tried, pack, world.region.settings)),
    };
  });

  hang(app, shop, messages.resend, async ({ params, body, caller, once }) => {
    mustHold(caller, ...sendingPosts(packToday(shop, await worldOf(shop))));
    const order = { region, id: params.id, channel: body.channel, actor: caller.actor };
    const state = await resendMessage(house, order, once);
    if (state === "missing") throw missing();
    if (state === "otherChannel") {
      throw said("delivery.otherChannel", await worldOf(shop));
    }
    return { state };
  });

  hang(app, shop, messages.resendAll, async ({ body, caller, once }) => {
    mustHold(caller, ...sendingPosts(packToday(shop, await worldOf(shop))));
    return resendAll(house, { region, reader: readerOf(shop, caller), actor: caller.actor, ...body }, once);
  });

  hang(app, shop, messages.complete, async ({ params, body, caller, once }) => {
    mustHold(caller, ...sendingPosts(packToday(shop, await worldOf(shop))));
    const outcome = await completeTask(house, { region, id: params.id, actor: caller.actor, ...body }, once);
    if (outcome === "missing") throw missing();
    if (outcome === "howNeeded") throw said("delivery.howNeeded", await worldOf(shop));
    if (typeof outcome !== "string") await settled(shop, outcome);
    return { done: true as const };
  });
}
