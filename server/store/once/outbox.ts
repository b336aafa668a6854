import type { Insertable } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import type { Db, Tx } from "../db.ts";
import type { Outbox } from "../schema.gen.ts";

/**
 * How a message stands: waiting to be sent, not sent for want of a gateway or address, a call or letter that a person
 * must make, delivered, failed for good (may be sent again by hand), or replaced by another way.
 */
export type OutboxState = "waiting" | "notSent" | "toDo" | "delivered" | "failed" | "replaced";

export type NewMessage = Omit<Insertable<Outbox>, "region_id">;

/** Puts messages out, in the transaction of the act that calls for them. */
export async function putMessages(tx: Tx, region: string, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx
    .insertInto("outbox")
    .values(messages.map((message) => ({ region_id: region, ...message })))
    .execute();
}

/** A message with everything that sending it needs; taken so that two senders never have the same one. */
export async function takeMessage(tx: Tx, region: string, id: string) {
  const row = await tx
    .selectFrom("outbox")
    .selectAll()
    .where("region_id", "=", region)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Writes down one attempt and how the message stands after it. */
export async function recordAttempt(
  tx: Tx,
  region: string,
  id: string,
  attempt: {
    readonly at: Instant;
    readonly result: string;
    readonly detail: string | null;
    readonly state: OutboxState;
  },
): Promise<void> {
  const last = await tx
    .selectFrom("outbox_attempt")
    .select((eb) => eb.fn.max("n").as("n"))
    .where("region_id", "=", region)
    .where("outbox_id", "=", id)
    .executeTakeFirst();
  await tx
    .insertInto("outbox_attempt")
    .values({
      region_id: region,
      outbox_id: id,
      n: (last?.n ?? 0) + 1,
      at: attempt.at,
      result: attempt.result,
      detail: attempt.detail,
    })
    .execute();
  await setState(tx, region, id, attempt.state, attempt.at);
}

/** Changes how a message stands; what could only be shown once is forgotten when it is settled. */
export async function setState(tx: Tx, region: string, id: string, state: OutboxState, at: Instant): Promise<void> {
  const settled = state === "delivered" || state === "replaced";
  await tx
    .updateTable("outbox")
    .set({ state, ...(settled ? { settled_at: at, body_sealed: null } : {}) })
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

/** Messages of a case, newest first, with their attempts. */
export async function messagesOfCase(db: Db | Tx, region: string, caseId: string) {
  const rows = await db
    .selectFrom("outbox")
    .select([
      "id",
      "notice",
      "leg_id",
      "channel",
      "recipient_masked",
      "subject",
      "body",
      "state",
      "created_at",
      "settled_at",
    ])
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  const attempts = await attemptsOf(
    db,
    region,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, attempts: attempts.filter((attempt) => attempt.outbox_id === row.id) }));
}

export async function attemptsOf(db: Db | Tx, region: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("outbox_attempt")
    .select(["outbox_id", "n", "at", "result", "detail"])
    .where("region_id", "=", region)
    .where("outbox_id", "in", ids)
    .orderBy("n")
    .execute();
}

/** Messages by how they stand, for the sending desk of an intake body. */
export async function messagesByState(
  db: Db | Tx,
  region: string,
  filter: {
    readonly intake: string | null;
    readonly states: readonly OutboxState[];
    readonly limit: number;
    readonly offset: number;
  },
) {
  return db
    .selectFrom("outbox")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "outbox.region_id").onRef("case.id", "=", "outbox.case_id"),
    )
    .select([
      "outbox.id",
      "outbox.case_id",
      "case.number",
      "outbox.notice",
      "outbox.channel",
      "outbox.recipient_masked",
      "outbox.subject",
      "outbox.body",
      "outbox.state",
      "outbox.created_at",
      "outbox.settled_at",
    ])
    .select((eb) => eb.fn.countAll<number>().over().as("total"))
    .where("outbox.region_id", "=", region)
    .where("outbox.state", "in", filter.states)
    .$if(filter.intake !== null, (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom("case_sight")
            .select("case_sight.case_id")
            .whereRef("case_sight.region_id", "=", "outbox.region_id")
            .whereRef("case_sight.case_id", "=", "outbox.case_id")
            .where("case_sight.org_id", "=", filter.intake as string),
        ),
      ),
    )
    .orderBy("outbox.created_at", "desc")
    .orderBy("outbox.id", "desc")
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
}

/** Messages that wait for somebody at an intake body: calls to make, and what could not be sent. */
export async function countOpenMessages(db: Db | Tx, region: string, intake: string): Promise<number> {
  const rows = await messagesByState(db, region, {
    intake,
    states: ["toDo", "notSent", "failed"],
    limit: 1,
    offset: 0,
  });
  return rows[0]?.total ?? 0;
}
