import { sql } from "kysely";
import { type DutyState, metStates, owedStates } from "../../../domain/duty/duty.ts";
import type { Db } from "../db.ts";
import { type Reader, type Eb, visible, seesAll, foundByWords } from "./lists.ts";
import { lateNow } from "../oversight/kept.ts";
import { columns, dutyColumns } from "./columns.ts";

export interface WorkFilter {
  readonly tab: "today" | "all" | "done";
  readonly today: string;
  readonly rule: string | null;
  readonly words: string;
  readonly limit: number;
  readonly offset: number;
}

/** The duties of the own organisation, for the own posts, on cases that the reader may see. */
function ownDuties(db: Db, reader: Reader, states: readonly DutyState[]) {
  return db
    .selectFrom("duty")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "duty.region_id").onRef("case.id", "=", "duty.case_id"),
    )
    .where("duty.region_id", "=", reader.region)
    .where("duty.owner_org", "=", reader.orgId)
    .where("duty.kind", "=", "duty")
    .where("duty.state", "in", states)
    .where((eb) => eb.or([eb("duty.owner_post", "is", null), eb("duty.owner_post", "in", reader.posts)]))
    .where((eb) => visible(eb as unknown as Eb, reader));
}

const pressing = [
  sql`"case".urgent desc`,
  sql`coalesce(duty.due_on, duty.due_within) asc nulls last`,
  sql`duty.started_at`,
  sql`duty.duty_id`,
] as const;

/**
 * The reader's own work. Urgent first, then by last day, those without a date last; the older first where days are
 * equal. What is done has the newest first.
 */
export async function ownWork(db: Db, reader: Reader, filter: WorkFilter) {
  const matching = ownDuties(db, reader, filter.tab === "done" ? metStates : owedStates)
    .$if(filter.tab === "today", (qb) =>
      qb.where(sql<boolean>`coalesce(duty.due_on, duty.due_within) <= ${filter.today}`),
    )
    .$if(filter.rule !== null, (qb) => qb.where("duty.rule", "=", filter.rule as string))
    .$if(filter.words !== "", (qb) => qb.where(foundByWords(reader.region, filter.words)));
  const newest = filter.tab === "done" ? [sql`duty.ended_on desc`] : [];
  // The page first and the number apart: a count over the page's own columns would work them out for all the work.
  const page = matching
    .select(["duty.case_id", "duty.duty_id"])
    .select(sql<number>`row_number() over (order by ${sql.join([...newest, ...pressing], sql`, `)})`.as("place"))
    .orderBy("place")
    .limit(filter.limit)
    .offset(filter.offset);
  const rows = await db
    .selectFrom(page.as("page"))
    .innerJoin("duty", (join) =>
      join
        .on("duty.region_id", "=", reader.region)
        .onRef("duty.case_id", "=", "page.case_id")
        .onRef("duty.duty_id", "=", "page.duty_id"),
    )
    .innerJoin("case", (join) => join.on("case.region_id", "=", reader.region).onRef("case.id", "=", "page.case_id"))
    .select(columns)
    .select(dutyColumns)
    .select(seesAll(reader))
    .select(matching.select((eb) => eb.fn.countAll<number>().as("n")).as("total"))
    .orderBy("page.place")
    .execute();
  return rows.map((row) => ({ ...row, total: row.total ?? 0 }));
}

/** How much of the own work there is, by rule and by urgency. */
export async function countOwnWork(db: Db, reader: Reader, today: string) {
  return ownDuties(db, reader, owedStates)
    .select(["duty.rule"])
    .select((eb) => [
      eb.fn.countAll<number>().as("n"),
      sql<number>`count(*) filter (where coalesce(duty.due_on, duty.due_within) <= ${today})`.as("today"),
      sql<number>`count(*) filter (where ${lateNow(today)})`.as("overdue"),
    ])
    .groupBy("duty.rule")
    .execute();
}

/** How much of the own work is done. */
export async function countDoneWork(db: Db, reader: Reader): Promise<number> {
  const row = await ownDuties(db, reader, metStates)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}
