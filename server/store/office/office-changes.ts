import type { Insertable } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";
import type { OfficeChange } from "../schema.gen.ts";

export async function addChange(tx: Tx, row: Insertable<OfficeChange>): Promise<void> {
  await tx.insertInto("office_change").values(row).execute();
}

/** A proposal, taken so that nobody else decides on it meanwhile; null when there is none. */
export async function takeChange(tx: Tx, region: string, id: string) {
  const row = await tx
    .selectFrom("office_change")
    .selectAll()
    .where("region_id", "=", region)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** How a proposal ended: by whom, when, and what was said. */
export interface Settlement {
  readonly state: "agreed" | "declined" | "withdrawn";
  readonly by: string;
  readonly at: Instant;
  readonly decision: string;
}

export async function settleChange(tx: Tx, region: string, id: string, settled: Settlement): Promise<void> {
  await tx
    .updateTable("office_change")
    .set({ state: settled.state, decided_by: settled.by, decided_at: settled.at, decision: settled.decision })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Ends the proposals whose time is over; gives each one once. */
export async function expireChanges(tx: Tx, region: string, now: Instant) {
  return tx
    .updateTable("office_change")
    .set({ state: "expired" })
    .where("region_id", "=", region)
    .where("state", "=", "waiting")
    .where("expires_at", "<=", now)
    .returning(["id", "kind", "person_id"])
    .execute();
}

/** Proposals, those that wait first, then the newest; those that one person made, where they are named. */
export async function changesOf(db: Db, region: string, by: string | null, limit: number) {
  return db
    .selectFrom("office_change")
    .selectAll()
    .where("region_id", "=", region)
    .$if(by !== null, (query) => query.where("proposed_by", "=", by ?? ""))
    .orderBy((eb) => eb.case().when("state", "=", "waiting").then(0).else(1).end())
    .orderBy("proposed_at", "desc")
    .limit(limit)
    .execute();
}

/** How many proposals wait for the holder of one of these seats who has not made them and does not gain by them. */
export async function countChanges(
  db: Db,
  region: string,
  seats: readonly string[],
  personId: string,
  now: Instant,
): Promise<number> {
  if (seats.length === 0) return 0;
  const row = await db
    .selectFrom("office_change")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("region_id", "=", region)
    .where("state", "=", "waiting")
    .where("expires_at", ">", now)
    .where("seat", "in", seats)
    .where("proposed_by", "!=", personId)
    .where("person_id", "!=", personId)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Lets one writer at a time change the rights of a region; rows that only refer to the region do not wait for it. */
export async function lockRegion(tx: Tx, region: string): Promise<void> {
  await tx.selectFrom("region").select("id").where("id", "=", region).forNoKeyUpdate().executeTakeFirstOrThrow();
}
