import { type Instant, instant } from "../../../domain/calendar/plain-date.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import type { Gateways } from "../../gateways/gateways.ts";
import type { SendResult } from "../../gateways/mail.ts";
import type { House } from "../../house.ts";
import { packOf } from "../../record/perform.ts";
import { tellOfFailure } from "../../record/telling/failed-message.ts";
import { mailOf } from "../../record/telling/mail.ts";
import { plannedFor } from "../../record/telling/planned.ts";
import { signed } from "../../record/telling/signed.ts";
import { isUnsure } from "../../record/telling/unsure.ts";
import type { Tx } from "../../store/db.ts";
import { deliveryKey, enqueue } from "../../store/jobs.ts";
import {
  attemptResults,
  holdMessage,
  noteAttempt,
  planMessage,
  recordAttempt,
  takeMessage,
} from "../../store/once/outbox.ts";
import { readCase } from "../../store/case/load.ts";
import { loadWorld, type Region } from "../../store/world.ts";
import { tell } from "../../record/telling/tell.ts";
import { inTransaction } from "../../store/transaction.ts";

/** What the worker does next with a message. */
export type Delivery = "done" | "again" | "givenUp" | "later";

/**
 * The queue waits longer each time, at most six hours: so many attempts are three days. What has still not gone out
 * then is failed, and goes out again with all others at one press.
 */
export const attemptsAllowed = 20;

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
  const world = await loadWorld(house.db, region, house);
  const message = await inTransaction(house.db, async (tx) => {
    const found = await takeMessage(tx, house.keys, region, id);
    if (!found || found.state !== "waiting" || !found.recipient_sealed) return "done";
    if (found.taken_until !== null && found.taken_until > house.now()) return "again";
    if (found.send_after !== null && quiet(world.region, house.now())) {
      // A later attempt comes again by itself, and longer waits at night cost none of the days of patience.
      if (attempt > 1) return "again";
      await putOff(tx, world.region, id, house.now());
      return "later";
    }
    // Whoever had taken it has died before anything was written down: it may have gone out.
    if (found.taken_until !== null) {
      await noteAttempt(tx, house.keys, region, id, { at: house.now(), result: "lost", detail: null });
    }
    const unknown = isUnsure(await attemptResults(tx, region, id));
    await holdMessage(tx, region, id, instant(new Date(Date.parse(house.now()) + holdMillis).toISOString()));
    return { ...found, recipient_sealed: found.recipient_sealed, unknown };
  });
  if (message === "done" || message === "again" || message === "later") return message;
  const to = house.keys.open("recipient", message.recipient_sealed);
  const text = message.body_sealed ? house.keys.open("message", message.body_sealed) : message.body;
  const short = { id, to, subject: message.subject, text: signed(text, message.channel, world.region.settings) };
  const stored = message.channel === "email" ? await readCase(house.db, house.keys, region, message.case_id) : null;
  const whole =
    stored && mailOf(house, world, { body: text, kase: stored.kase, pack: packOf(house, stored.kase, world) });
  const asked = message.unknown && message.channel === "sms" ? await gateways.sms?.ask?.(id) : undefined;
  const sent =
    asked === "taken" ? settledById : await send(gateways, message.channel as Channel, { ...short, ...whole });
  return inTransaction(house.db, async (tx) => {
    const current = await takeMessage(tx, house.keys, region, id);
    if (current?.state !== "waiting") return "done";
    if (asked === "unknown")
      await noteAttempt(tx, house.keys, region, id, { at: house.now(), result: "notTaken", detail: null });
    const over = isOut(sent) || sent.result === "refused" || attempt >= attemptsAllowed;
    const state = isOut(sent) ? "delivered" : over ? "failed" : "waiting";
    await recordAttempt(tx, house.keys, region, id, {
      at: house.now(),
      result: sent.result,
      detail: sent.detail,
      state,
    });
    if (isOut(sent)) await tell(tx, house, region, current, { kind: "system" }, null);
    if (isOut(sent)) return "done";
    if (over) await tellOfFailure(tx, house, region, current);
    return over ? "givenUp" : "again";
  });
}

/** The answer was lost; the vendor says by the message's own id that it has taken it over. */
const settledById = { result: "confirmed", detail: null } as const;

function isOut({ result }: SendResult | typeof settledById): boolean {
  return result === "sent" || result === "confirmed";
}

/** Out of the region's hours of sending a message waits until they begin. */
async function putOff(tx: Tx, region: Region, id: string, now: Instant): Promise<void> {
  const due = plannedFor(region, now);
  await planMessage(tx, region.id, id, due);
  await enqueue(tx, "deliver", { region: region.id, message: id }, deliveryKey(id), due);
}

function quiet(region: Region, now: Instant): boolean {
  return plannedFor(region, now) > now;
}

async function send(
  { mail, sms }: Gateways,
  channel: Channel,
  message: {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly html?: string;
  },
): Promise<SendResult> {
  if (channel === "email" && mail) {
    return mail.send({ ...message, messageId: `<${message.id}@huiyin>` });
  }
  if (channel === "sms" && sms) return sms.send({ id: message.id, to: message.to, text: message.text });
  return { result: "unreachable", detail: "no gateway" };
}
