import { sql } from "kysely";
import type { Db } from "../db.ts";

/** What a month brought: cases received, and replies due in it that came in time. */
export async function monthOfService(db: Db, region: string, month: string, rules: readonly string[]) {
  const received = await db
    .selectFrom("case")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("region_id", "=", region)
    .where(sql<boolean>`to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM') = ${month}`)
    .executeTakeFirstOrThrow();
  const kept = await db
    .selectFrom("duty")
    .select([
      sql<number>`count(*) filter (where state = 'met')`.as("met"),
      sql<number>`count(*) filter (where state <> 'cancelled')`.as("of"),
    ])
    .where("region_id", "=", region)
    .where(sql<boolean>`rule = any(${[...rules]}::text[])`)
    .where(sql<boolean>`to_char(due_on, 'YYYY-MM') = ${month}`)
    .executeTakeFirstOrThrow();
  return { received: received.n, met: kept.met, of: kept.of };
}
