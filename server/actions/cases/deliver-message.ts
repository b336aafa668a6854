import { instant } from "../../../domain/calendar/plain-date.ts";
import type { Command } from "../../../domain/case/input.ts";
import type { Actor } from "../../../domain/case/case.ts";
import { mayGoBy } from "../../../domain/case/notices.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import { isOwnMessage } from "../../../domain/words/own-messages.ts";
import type { MailGateway, SendResult } from "../../gateways/mail.ts";
import type { SmsGateway } from "../../gateways/sms.ts";
import type { VoiceGateway } from "../../gateways/voice.ts";
import type { House } from "../../house.ts";
import { addressFor, openPetitioner } from "../../record/petitioner.ts";
import { maskAddressee, stateFor } from "../../record/messages.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import type { Tx } from "../../store/db.ts";
import { deliveryKey, enqueue } from "../../store/jobs.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { readCase } from "../../store/case/load.ts";
import { maySee } from "../../store/case/sight.ts";
import { holdMessage, recordAttempt, redirectMessage, takeMessage } from "../../store/once/outbox.ts";
import { writeOnce } from "../../record/write-once.ts";
import { type ActOutcome, actIn, packOf } from "../../record/perform.ts";

/** The ways out that are connected. */
export interface Gateways {
  readonly mail: MailGateway | null;
  readonly sms: SmsGateway | null;
  /** Reads codes out by telephone. */
  readonly voice?: VoiceGateway | null;
}

/** What the worker does next with a message. */
export type Delivery = "done" | "again" | "givenUp";

const attemptsAllowed = 8;

/** Longer than any gateway takes: a sender that is still silent then has died. */
const holdMillis = 2 * 60_000;

/**
 * Sends one message and writes down what came of it. Sending happens outside the transaction: a repeated attempt
 * carries the same message id, so a crash in between can repeat a message but never lose one.
 */
export async function deliverMessage(
  house: House,
  gateways: Gateways,
  region: string,
  id: string,
  attempt: number,
): Promise<Delivery> {
  const message = await house.db.transaction().execute(async (tx) => {
    const found = await takeMessage(tx, region, id);
    if (!found || found.state !== "waiting" || !found.recipient_sealed) return "done";
    if (found.taken_until !== null && found.taken_until > house.now()) return "again";
    await holdMessage(tx, region, id, instant(new Date(Date.parse(house.now()) + holdMillis).toISOString()));
    return { ...found, recipient_sealed: found.recipient_sealed };
  });
  if (message === "done" || message === "again") return message;
  const to = house.keys.open(message.recipient_sealed);
  const text = message.body_sealed ? house.keys.open(message.body_sealed) : message.body;
  const sent = await send(gateways, message.channel as Channel, { id, to, subject: message.subject, text });
  return house.db.transaction().execute(async (tx) => {
    const current = await takeMessage(tx, region, id);
    if (current?.state !== "waiting") return "done";
    const over = sent.result === "sent" || sent.result === "refused" || attempt >= attemptsAllowed;
    const state = sent.result === "sent" ? "delivered" : over ? "failed" : "waiting";
    await recordAttempt(tx, region, id, { at: house.now(), result: sent.result, detail: sent.detail, state });
    if (sent.result === "sent") await tell(tx, house, region, current, { kind: "system" }, null);
    if (sent.result === "sent") return "done";
    return over ? "givenUp" : "again";
  });
}

async function send(
  { mail, sms }: Gateways,
  channel: Channel,
  message: { readonly id: string; readonly to: string; readonly subject: string; readonly text: string },
): Promise<SendResult> {
  if (channel === "email" && mail) {
    return mail.send({ ...message, messageId: `<${message.id}@huiyin>` });
  }
  if (channel === "sms" && sms) return sms.send(message);
  return { result: "unreachable", detail: "no gateway" };
}

/** What the product tells of itself (a new query code) is no fact of the case. */
const noFact = "ownMessage";

/** Tells the case that a notice has reached the petitioner. */
async function tell(
  tx: Tx,
  house: House,
  region: string,
  message: {
    readonly case_id: string;
    readonly notice: string;
    readonly leg_id: string | null;
    readonly channel: string;
  },
  actor: Actor,
  result: string | null,
): Promise<ActOutcome | typeof noFact> {
  if (isOwnMessage(message.notice)) return noFact;
  const command: Command = {
    act: "recordDelivery",
    legId: null,
    input: { notice: message.notice, legId: message.leg_id, channel: message.channel as Channel, result },
  };
  return actIn(tx, house, { region, caseId: message.case_id, command, actor, seenVersion: null });
}

/** Words that no gateway took away: somebody may send them from a telephone or mailbox of the house's own. */
const leftLying: readonly string[] = ["notSent", "failed"];

/** What came of a task: the case was told, or why not. */
export type Completed = ActOutcome | "missing" | "attempted" | "howNeeded" | typeof noFact;

/**
 * A person made the call, sent the fax, or sent by hand what no gateway took: the words were read, the case knows. Who
 * sent by hand says how.
 */
export async function completeTask(
  house: House,
  order: {
    readonly region: string;
    readonly id: string;
    readonly actor: Actor;
    readonly reached: boolean;
    readonly note: string;
  },
  onceKey: OnceKey | null,
): Promise<Completed> {
  const { region, actor: _, ...request } = order;
  const work = async (tx: Tx): Promise<Completed> => {
    const message = await takeMessage(tx, region, order.id);
    if (!message) return "missing";
    const byHand = leftLying.includes(message.state) && message.recipient_sealed !== null && order.reached;
    if (message.state !== "toDo" && !byHand) return "missing";
    if (order.actor.kind === "staff" && !(await maySee(tx, region, message.case_id, order.actor))) return "missing";
    if (byHand && order.note === "") return "howNeeded";
    const attempt = { at: house.now(), detail: order.note || null };
    if (!order.reached) {
      await recordAttempt(tx, region, order.id, { ...attempt, result: "notReached", state: "toDo" });
      return "attempted";
    }
    const outcome = await tell(tx, house, region, message, order.actor, order.note || null);
    if (outcome === noFact || "done" in outcome) {
      await recordAttempt(tx, region, order.id, {
        ...attempt,
        result: byHand ? "sentByHand" : "reached",
        state: "delivered",
      });
    }
    return outcome;
  };
  return writeOnce(
    house,
    { region, key: onceKey, request },
    work,
    (outcome) => outcome === "attempted" || outcome === noFact || (typeof outcome === "object" && "done" in outcome),
  );
}

/** What came of sending a message again. */
export type Resent = "queued" | "toDo" | "notSent" | "missing" | "otherChannel";

/** Sends a message again, by the same way or another one. */
export async function resendMessage(
  house: House,
  order: {
    readonly region: string;
    readonly id: string;
    readonly channel: Channel | null;
    readonly actor: Extract<Actor, { kind: "staff" }>;
  },
  onceKey: OnceKey | null,
): Promise<Resent> {
  const work = async (tx: Tx): Promise<Resent> => {
    const message = await takeMessage(tx, order.region, order.id);
    if (!message || message.state === "delivered" || message.state === "replaced") return "missing";
    if (!(await maySee(tx, order.region, message.case_id, order.actor))) return "missing";
    const channel = order.channel ?? (message.channel as Channel);
    const stored = await readCase(tx, order.region, message.case_id);
    const notice = stored && packOf(house, stored.kase).notices.find((one) => one.id === message.notice);
    if (!stored || !mayGoBy(channel, notice ?? message, stored.kase.channel)) return "otherChannel";
    const row = await readPetitioner(tx, order.region, message.case_id);
    const address = row ? addressFor(openPetitioner(house.keys, row.sealed), channel) : null;
    const state = stateFor(channel, address, house);
    await redirectMessage(tx, order.region, order.id, {
      channel,
      sealed: address === null ? null : house.keys.seal(address),
      masked: address === null ? "" : maskAddressee(address, channel),
      state,
    });
    if (state === "waiting")
      await enqueue(tx, "deliver", { region: order.region, message: order.id }, deliveryKey(order.id));
    return state === "waiting" ? "queued" : state === "toDo" ? "toDo" : "notSent";
  };
  const request = { resend: order.id, channel: order.channel };
  return writeOnce(
    house,
    { region: order.region, key: onceKey, request },
    work,
    (outcome) => outcome !== "missing" && outcome !== "otherChannel",
  );
}
