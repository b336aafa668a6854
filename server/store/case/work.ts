import { sql } from "kysely";
import type { Db } from "../db.ts";
import { type Reader, type Eb, visible, seesAll, foundByWords } from "./lists.ts";
import { columns, dutyColumns } from "./columns.ts";

export interface WorkFilter {
  readonly tab: "today" | "all" | "done";
  readonly today: string;
  readonly rule: string | null;
  readonly words: string;
  readonly limit: number;
  readonly offset: number;
}

/**
 * The reader's own work: open duties of the own organisation, for the own posts. Urgent first, then by last day,
 * those without a date last; the older first where days are equal.
 */
export async function ownWork(db: Db, reader: Reader, filter: WorkFilter) {
  return db
    .selectFrom("duty")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "duty.region_id").onRef("case.id", "=", "duty.case_id"),
    )
    .select(columns)
    .select(dutyColumns)
    .select(seesAll(reader))
    .select((eb) => eb.fn.countAll<number>().over().as("total"))
    .where("duty.region_id", "=", reader.region)
    .where("duty.owner_org", "=", reader.orgId)
    .where("duty.kind", "=", "duty")
    .where((eb) => eb.or([eb("duty.owner_post", "is", null), eb("duty.owner_post", "in", reader.posts)]))
    .where((eb) => visible(eb as unknown as Eb, reader))
    .$if(filter.tab !== "done", (qb) => qb.where("duty.state", "in", ["open", "paused"]))
    .$if(filter.tab === "done", (qb) => qb.where("duty.state", "in", ["met", "metLate"]))
    .$if(filter.tab === "today", (qb) =>
      qb.where(sql<boolean>`coalesce(duty.due_on, duty.due_within) <= ${filter.today}`),
    )
    .$if(filter.rule !== null, (qb) => qb.where("duty.rule", "=", filter.rule as string))
    .$if(filter.words !== "", (qb) => qb.where(foundByWords(reader.region, filter.words)))
    .$if(filter.tab === "done", (qb) => qb.orderBy("duty.ended_on", "desc"))
    .orderBy("case.urgent", "desc")
    .orderBy(sql`coalesce(duty.due_on, duty.due_within) asc nulls last`)
    .orderBy("duty.started_at")
    .orderBy("duty.duty_id")
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
}

/** How much of the own work there is, by rule and by urgency. */
export async function countOwnWork(db: Db, reader: Reader, today: string) {
  return db
    .selectFrom("duty")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "duty.region_id").onRef("case.id", "=", "duty.case_id"),
    )
    .select(["duty.rule"])
    .select((eb) => [
      eb.fn.countAll<number>().as("n"),
      sql<number>`count(*) filter (where coalesce(duty.due_on, duty.due_within) <= ${today})`.as("today"),
      sql<number>`count(*) filter (where coalesce(duty.due_on, duty.due_within) < ${today})`.as("overdue"),
    ])
    .where("duty.region_id", "=", reader.region)
    .where("duty.owner_org", "=", reader.orgId)
    .where("duty.kind", "=", "duty")
    .where("duty.state", "in", ["open", "paused"])
    .where((eb) => eb.or([eb("duty.owner_post", "is", null), eb("duty.owner_post", "in", reader.posts)]))
    .where((eb) => visible(eb as unknown as Eb, reader))
    .groupBy("duty.rule")
    .execute();
}
