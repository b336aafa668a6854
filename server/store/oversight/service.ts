import { sql } from "kysely";
import { endOfDay, type PlainDate, startOfDay } from "../../../domain/calendar/plain-date.ts";
import type { Db } from "../db.ts";
import { countsFor, type Told } from "../case/sight.ts";

/** Days of which something is counted, both included. */
export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What some days brought: cases received, replies due in them that came in time, ratings given and those that count as satisfied. */
export async function serviceOf(
  db: Db,
  told: Told,
  { from, to }: Days,
  { rules, grades }: { readonly rules: readonly string[]; readonly grades: readonly string[] },
) {
  const { region } = told.reader;
  const received = await db
    .selectFrom("case")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("region_id", "=", region)
    .where(countsFor(told, "case.id"))
    .where("received_at", ">=", startOfDay(from))
    .where("received_at", "<", endOfDay(to))
    .executeTakeFirstOrThrow();
  const kept = await db
    .selectFrom("duty")
    .select([
      sql<number>`count(*) filter (where state = 'met')`.as("met"),
      sql<number>`count(*) filter (where state <> 'cancelled')`.as("of"),
    ])
    .where("region_id", "=", region)
    .where(countsFor(told, "duty.case_id"))
    .where(sql<boolean>`rule = any(${[...rules]}::text[])`)
    .where("due_on", ">=", from)
    .where("due_on", "<=", to)
    .executeTakeFirstOrThrow();
  const rated = await db
    .selectFrom("case_event")
    .select([
      sql<number>`count(distinct case_id) filter (where data->>'grade' = any(${[...grades]}::text[]))`.as("met"),
      sql<number>`count(distinct case_id)`.as("of"),
    ])
    .where("region_id", "=", region)
    .where(countsFor(told, "case_event.case_id"))
    .where("type", "=", "rated")
    .where("at", ">=", startOfDay(from))
    .where("at", "<", endOfDay(to))
    .executeTakeFirstOrThrow();
  return { received: received.n, met: kept.met, of: kept.of, satisfied: { met: rated.met, of: rated.of } };
}
