import type { FastifyInstance } from "fastify";
import { messages } from "../../../contract/messages.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import { completeTask, resendMessage } from "../../actions/cases/deliver-message.ts";
import type { OutboxState } from "../../store/once/outbox.ts";
import { attemptsOf, messagesByState } from "../../store/once/messages.ts";
import { settled } from "./acts.ts";
import { mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { packToday } from "./worklist.ts";

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

  hang(app, shop, messages.list, async ({ query, caller }) => {
    mustHold(caller, "operator", "administrator", "dispatcher");
    const pack = packToday(shop, await worldOf(shop));
    const rows = await messagesByState(house.db, region, {
      intake: caller.posts.includes("administrator") ? null : caller.orgId,
      states: states[query.state] ?? [],
      limit: query.size,
      offset: (query.page - 1) * query.size,
    });
    const attempts = await attemptsOf(
      house.db,
      region,
      rows.map((row) => row.id),
    );
    return {
      total: rows[0]?.total ?? 0,
      ways: house.ways,
      rows: rows.map((row) => ({
        id: row.id,
        caseId: row.case_id,
        number: row.number,
        notice: pack.notices.find((n) => n.id === row.notice)?.words ?? row.notice,
        channel: row.channel as Channel,
        recipient: row.recipient_masked,
        body: row.body,
        parts: smsParts(row.body),
        state: row.state,
        createdAt: row.created_at,
        settledAt: row.settled_at,
        attempts: attempts
          .filter((a) => a.outbox_id === row.id)
          .map((a) => ({ at: a.at, result: a.result, detail: a.detail })),
      })),
    };
  });

  hang(app, shop, messages.resend, async ({ params, body, caller }) => {
    mustHold(caller, "operator");
    const order = { region, id: params.id, channel: body.channel, actor: caller.actor };
    const state = await resendMessage(house, order);
    if (state === "missing") throw missing();
    return { state };
  });

  hang(app, shop, messages.complete, async ({ params, body, caller, once }) => {
    mustHold(caller, "operator");
    const outcome = await completeTask(house, { region, id: params.id, actor: caller.actor, ...body }, once);
    if (outcome === "missing") throw missing();
    if (outcome !== "attempted") await settled(shop, outcome);
    return { done: true as const };
  });
}

/** How many short messages a text takes: 70 characters alone, 67 each when there are several. */
export function smsParts(text: string): number {
  const length = [...text].length;
  return length <= 70 ? 1 : Math.ceil(length / 67);
}
