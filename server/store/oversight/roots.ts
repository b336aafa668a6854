import { createHash } from "node:crypto";
import { sql } from "kysely";
import { addDays, type Instant, type PlainDate, startOfDay } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/**
 * The hash over all events that are counted in a day: of cases by case and place, then of the office by stream and place.
 * An event is counted in the day of its time, or in a later one where that day was signed already.
 */
export async function dayRoot(db: Db | Tx, region: string, day: PlainDate) {
  const [from, until] = [startOfDay(day), startOfDay(addDays(day, 1))];
  const counted = sql`region_id = ${region}
    and (counted_on = ${day} or counted_on is null and at >= ${from} and at < ${until})`;
  const rows = await sql<{ hash: Buffer }>`
    select hash from (
      select 0 as part, case_id::text as stream, seq, hash from case_event where ${counted}
      union all
      select 1, stream, seq, hash from office_event where ${counted}
    ) e order by part, stream, seq`.execute(db);
  const root = createHash("sha256");
  for (const { hash } of rows.rows) root.update(hash);
  return { events: rows.rows.length, root: root.digest() };
}

/** What a day's signature covers: the root of the day before, the day, and the day's own root. */
export function rootToSign(previous: Buffer, day: PlainDate, root: Buffer): Buffer {
  return createHash("sha256").update(previous).update(day).update(root).digest();
}

/** The signed roots of a region, oldest first. */
export async function signedDays(db: Db | Tx, region: string) {
  return db.selectFrom("day_root").selectAll().where("region_id", "=", region).orderBy("day").execute();
}

/** The last day that is signed; null while there is none. */
export async function lastSignedDay(db: Db | Tx, region: string): Promise<PlainDate | null> {
  const row = await db
    .selectFrom("day_root")
    .select((eb) => eb.fn.max("day").as("day"))
    .where("region_id", "=", region)
    .executeTakeFirst();
  return (row?.day ?? null) as PlainDate | null;
}

/** The newest day of which a voucher says that it was signed, and of which the last head says so; null without one. */
export async function knownAsSigned(db: Db | Tx, region: string): Promise<PlainDate | null> {
  const rows = await sql<{ day: PlainDate | null }>`
    select greatest((select max(day) from voucher where region_id = ${region} and day is not null),
                    (select max(last_day) from checkpoint where region_id = ${region})) as day`.execute(db);
  return rows.rows[0]?.day ?? null;
}

/** The first day with an event; null while there is none. */
export async function firstEventDay(db: Db | Tx, region: string): Promise<PlainDate | null> {
  const row = await sql<{ day: string | null }>`
    select (least((select min(at) from case_event where region_id = ${region}),
                  (select min(at) from office_event where region_id = ${region})) at time zone 'Asia/Shanghai')::date::text as day`.execute(
    db,
  );
  return (row.rows[0]?.day ?? null) as PlainDate | null;
}

/** The days with an event, from one moment (or the beginning) until another. */
export async function eventDays(db: Db | Tx, region: string, from: Instant | null, until: Instant) {
  const rows = await sql<{ day: PlainDate }>`
    select distinct (at at time zone 'Asia/Shanghai')::date::text as day from (
      select at from case_event where region_id = ${region} and counted_on is null
      union all select at from office_event where region_id = ${region} and counted_on is null
    ) e where (${from}::timestamptz is null or at >= ${from}) and at < ${until} order by day`.execute(db);
  return rows.rows.map((row) => row.day);
}

export async function addSignedDay(
  tx: Tx,
  row: {
    readonly region_id: string;
    readonly day: PlainDate;
    readonly events: number;
    readonly root: Buffer;
    readonly previous_root: Buffer;
    readonly signature: Buffer;
    readonly public_key: string;
    readonly signed_at: Instant;
    readonly sm2_signature: Buffer | null;
  },
): Promise<void> {
  await tx
    .insertInto("day_root")
    .values(row)
    .onConflict((oc) => oc.columns(["region_id", "day"]).doNothing())
    .execute();
}

/** The moment of the last event of a region; null while there is none. */
export async function lastEventAt(db: Db | Tx, region: string): Promise<Instant | null> {
  const row = await sql<{ at: string | null }>`
    select greatest((select max(at) from case_event where region_id = ${region}),
                    (select max(at) from office_event where region_id = ${region})) as at`.execute(db);
  return (row.rows[0]?.at ?? null) as Instant | null;
}
