import { hiddenFromPost, inSight, type Reader } from "../case/sight.ts";
import type { Db, Tx } from "../db.ts";
import { openedRows } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";
import type { OutboxState } from "./outbox.ts";

/** Messages of a case, newest first, with their attempts. */
export async function messagesOfCase(db: Db | Tx, seal: RowSeal, region: string, caseId: string) {
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
      "send_after",
      "words_sealed",
    ])
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  const attempts = await attemptsOf(
    db,
    seal,
    region,
    rows.map((row) => row.id),
  );
  return openedRows(seal, "outbox", rows).map((row) => ({
    ...row,
    attempts: attempts.filter((attempt) => attempt.outbox_id === row.id),
  }));
}

export async function attemptsOf(db: Db | Tx, seal: RowSeal, region: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("outbox_attempt")
    .select(["outbox_id", "n", "at", "result", "detail", "words_sealed"])
    .where("region_id", "=", region)
    .where("outbox_id", "in", ids)
    .orderBy("n")
    .execute();
  return openedRows(seal, "outbox_attempt", rows);
}

interface MessageFilter {
  readonly reader: Reader | null;
  /** Only of cases that no operator may read (FZ-3.2): their calls are for whoever may. */
  readonly unattended?: boolean;
  readonly states: readonly OutboxState[];
  /** Only of this case. */
  readonly caseId?: string;
  readonly limit: number;
  readonly offset: number;
}

/** Messages by how they stand: those of the cases that the reader may read; without a reader, of all. */
export async function messagesByState(db: Db | Tx, seal: RowSeal, region: string, filter: MessageFilter) {
  return openedRows(seal, "outbox", await storedMessages(db, region, filter));
}

function storedMessages(db: Db | Tx, region: string, filter: MessageFilter) {
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
      "outbox.send_after",
      "outbox.words_sealed",
    ])
    .select((eb) => [
      eb("outbox.body_sealed", "is not", null).as("veiled"),
      eb.fn.countAll<number>().over().as("total"),
    ])
    .where("outbox.region_id", "=", region)
    .where("outbox.state", "in", filter.states)
    .$if(filter.reader !== null, (qb) => qb.where(inSight(filter.reader as Reader, "case.id", "all")))
    .$if(filter.caseId !== undefined, (qb) => qb.where("outbox.case_id", "=", filter.caseId ?? ""))
    .$if(filter.unattended === true, (qb) => qb.where(hiddenFromPost(region, "operator", "outbox.case_id")))
    .orderBy("outbox.created_at", "desc")
    .orderBy("outbox.id", "desc")
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
}

/**
 * Messages that wait for the reader: calls to make, and what could not be sent. They are the operators' task; others
 * are counted those that no operator may read.
 */
export async function countOpenMessages(db: Db | Tx, reader: Reader): Promise<number> {
  const rows = await storedMessages(db, reader.region, {
    reader,
    unattended: !reader.posts.includes("operator"),
    states: ["toDo", "notSent", "failed"],
    limit: 1,
    offset: 0,
  });
  return rows[0]?.total ?? 0;
}

/** How many messages of the reader's cases no gateway took. */
export async function countUnsent(db: Db | Tx, reader: Reader): Promise<number> {
  const rows = await storedMessages(db, reader.region, { reader, states: ["notSent", "failed"], limit: 1, offset: 0 });
  return rows[0]?.total ?? 0;
}
