import type { Actor } from "../../../domain/case/case.ts";
import { loadWorld } from "../../store/world.ts";
import { mayGoBy } from "../../../domain/case/notices.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import type { House } from "../../house.ts";
import { maskAddressee, stateFor } from "../../record/messages.ts";
import { packOf } from "../../record/perform.ts";
import { addressFor, openPetitioner } from "../../record/petitioner.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Reader } from "../../store/case/sight.ts";
import { readCase } from "../../store/case/load.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { maySee } from "../../store/case/sight.ts";
import type { Tx } from "../../store/db.ts";
import { deliveryKey, enqueue } from "../../store/jobs.ts";
import { messagesByState } from "../../store/once/messages.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { redirectMessage, takeMessage } from "../../store/once/outbox.ts";

/** What came of sending a message again. */
export type Resent = "queued" | "toDo" | "notSent" | "missing" | "otherChannel";

/** Sends a message again, by the same way or another one. */
export async function resendMessage(house: House, order: Resend, onceKey: OnceKey | null): Promise<Resent> {
  const request = { resend: order.id, channel: order.channel };
  return writeOnce(
    house,
    { region: order.region, key: onceKey, request },
    (tx) => resendIn(tx, house, order),
    (outcome) => outcome !== "missing" && outcome !== "otherChannel",
  );
}

interface Resend {
  readonly region: string;
  readonly id: string;
  readonly channel: Channel | null;
  readonly actor: Extract<Actor, { kind: "staff" }>;
}

async function resendIn(tx: Tx, house: House, order: Resend): Promise<Resent> {
  const message = await takeMessage(tx, house.keys, order.region, order.id);
  if (!message || message.state === "delivered" || message.state === "replaced") return "missing";
  if (!(await maySee(tx, order.region, message.case_id, order.actor))) return "missing";
  const channel = order.channel ?? (message.channel as Channel);
  const stored = await readCase(tx, house.keys, order.region, message.case_id);
  const world = await loadWorld(tx, order.region, house);
  const notice = stored && packOf(house, stored.kase, world).notices.find((one) => one.id === message.notice);
  if (!stored || !mayGoBy(channel, notice ?? message, stored.kase.channel)) return "otherChannel";
  const row = await readPetitioner(tx, order.region, message.case_id);
  const address = row ? addressFor(openPetitioner(house.keys, row.sealed), channel) : null;
  const state = stateFor(channel, address, house);
  await redirectMessage(tx, order.region, order.id, {
    channel,
    sealed: address === null ? null : house.keys.seal("recipient", address),
    masked: address === null ? "" : maskAddressee(address, channel),
    state,
  });
  if (state === "waiting")
    await enqueue(tx, "deliver", { region: order.region, message: order.id }, deliveryKey(order.id));
  return state === "waiting" ? "queued" : state === "toDo" ? "toDo" : "notSent";
}

/** So many go out at one press; what is left is sent by the next. */
const atOnce = 500;

/**
 * Sends everything again that no gateway took, of the cases that this person may read: what failed for good, and what
 * was not sent because its way was not connected then and is now.
 */
export async function resendAll(
  house: House,
  order: {
    readonly region: string;
    readonly reader: Reader;
    readonly actor: Extract<Actor, { kind: "staff" }>;
    readonly seen: number;
  },
  onceKey: OnceKey | null,
): Promise<{ readonly queued: number; readonly left: number }> {
  const { region, reader, actor, seen } = order;
  const work = async (tx: Tx) => {
    const rows = await messagesByState(tx, house.keys, region, {
      reader,
      states: ["failed", "notSent"],
      limit: atOnce,
      offset: 0,
    });
    let queued = 0;
    for (const { id } of rows) {
      if ((await resendIn(tx, house, { region, id, channel: null, actor })) === "queued") queued += 1;
    }
    return { queued, left: (rows[0]?.total ?? 0) - queued };
  };
  return writeOnce(house, { region, key: onceKey, request: { resend: "all", seen } }, work, () => true);
}
