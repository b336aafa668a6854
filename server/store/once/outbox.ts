import type { Insertable } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import type { Tx } from "../db.ts";
import type { Outbox } from "../schema.gen.ts";
import { keptRow, openedRow, sealedAmong, sealFor } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";

/**
 * How a message stands: waiting to be sent, not sent for want of a gateway or address, a call or letter that a person
 * must make, delivered, failed for good (may be sent again by hand), or replaced by another way.
 */
export type OutboxState = "waiting" | "notSent" | "toDo" | "delivered" | "failed" | "replaced";

export type NewMessage = Omit<Insertable<Outbox>, "region_id" | "send_after"> & {
  readonly send_after?: Instant | null;
};

/** Puts messages out, in the transaction of the act that calls for them; what is told of a sealed case is sealed. */
export async function putMessages(
  tx: Tx,
  seal: RowSeal,
  region: string,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const sealed = await sealedAmong(
    tx,
    region,
    messages.map((message) => message.case_id),
  );
  const rows = messages.map((message) =>
    keptRow(sealed.has(message.case_id) ? seal : null, "outbox", { region_id: region, ...message }),
  );
  await tx.insertInto("outbox").values(rows).execute();
}

/** A message with everything that sending it needs; taken so that two senders never have the same one. */
export async function takeMessage(tx: Tx, seal: RowSeal, region: string, id: string) {
  const row = await tx
    .selectFrom("outbox")
    .selectAll()
    .where("region_id", "=", region)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ? openedRow(seal, "outbox", row) : null;
}

/** Keeps other senders away from a message until then, or until its attempt is written down. */
export async function holdMessage(tx: Tx, region: string, id: string, until: Instant): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ taken_until: until })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Writes down when a message is to go out. */
export async function planMessage(tx: Tx, region: string, id: string, sendAfter: Instant): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ send_after: sendAfter })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Writes down one attempt and how the message stands after it. */
export async function recordAttempt(
  tx: Tx,
  seal: RowSeal,
  region: string,
  id: string,
  attempt: Attempt & { readonly state: OutboxState },
): Promise<void> {
  await noteAttempt(tx, seal, region, id, attempt);
  await setState(tx, region, id, attempt.state, attempt.at);
}

/** One try to bring a message out. */
export interface Attempt {
  readonly at: Instant;
  readonly result: string;
  readonly detail: string | null;
}

/** What the attempts with a message came to, oldest first. */
export async function attemptResults(tx: Tx, region: string, id: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("outbox_attempt")
    .select("result")
    .where("region_id", "=", region)
    .where("outbox_id", "=", id)
    .orderBy("n")
    .execute();
  return rows.map(({ result }) => result);
}

/** Writes down one attempt; the message stands as it stood. */
export async function noteAttempt(tx: Tx, seal: RowSeal, region: string, id: string, attempt: Attempt): Promise<void> {
  const { detail } = attempt;
  const of = tx.selectFrom("outbox").select("case_id").where("region_id", "=", region).where("id", "=", id);
  const message = detail === null ? undefined : await of.executeTakeFirst();
  const own = message ? await sealFor(tx, seal, region, [message.case_id]) : null;
  const last = await tx
    .selectFrom("outbox_attempt")
    .select((eb) => eb.fn.max("n").as("n"))
    .where("region_id", "=", region)
    .where("outbox_id", "=", id)
    .executeTakeFirst();
  await tx
    .insertInto("outbox_attempt")
    .values(
      keptRow(own, "outbox_attempt", {
        region_id: region,
        outbox_id: id,
        n: (last?.n ?? 0) + 1,
        at: attempt.at,
        result: attempt.result,
        detail,
      }),
    )
    .execute();
}

/** Changes how a message stands; what could only be shown once is forgotten when it is settled. */
export async function setState(tx: Tx, region: string, id: string, state: OutboxState, at: Instant): Promise<void> {
  const settled = state === "delivered" || state === "replaced";
  await tx
    .updateTable("outbox")
    .set({ state, taken_until: null, ...(settled ? { settled_at: at, body_sealed: null } : {}) })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Sends by another way: same words, new channel and address. */
export async function redirectMessage(
  tx: Tx,
  region: string,
  id: string,
  way: {
    readonly channel: Channel;
    readonly sealed: Buffer | null;
    readonly masked: string;
    readonly state: OutboxState;
  },
): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({
      channel: way.channel,
      recipient_sealed: way.sealed,
      recipient_masked: way.masked,
      state: way.state,
      settled_at: null,
    })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Takes back the answers on a leg that have not gone out yet: another one is being written. */
export async function takeBackAnswers(
  tx: Tx,
  region: string,
  of: { readonly caseId: string; readonly legId: string },
  at: Instant,
): Promise<void> {
  const going: readonly OutboxState[] = ["waiting", "notSent", "toDo", "failed"];
  await tx
    .updateTable("outbox")
    .set({ state: "replaced", settled_at: at })
    .where("region_id", "=", region)
    .where("case_id", "=", of.caseId)
    .where("leg_id", "=", of.legId)
    .where("feedback", "=", true)
    .where("state", "in", going)
    .execute();
}
