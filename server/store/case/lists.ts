import { type Expression, type ExpressionBuilder, sql, type SqlBool } from "kysely";
import { owedStates } from "../../../domain/duty/duty.ts";
import type { Post } from "../../../domain/office/org.ts";
import type { Db } from "../db.ts";
import type { DB } from "../schema.gen.ts";
import { hasWords } from "./publication.ts";
import { lateNow } from "../oversight/kept.ts";
import { columns, dutyColumns } from "./columns.ts";

/** Who asks: lists hold only what this organisation and these posts may read. */
export interface Reader {
  readonly region: string;
  readonly orgId: string;
  readonly posts: readonly Post[];
}

export type Eb = ExpressionBuilder<DB, "case">;

/** The reader may see the case: all of it, or at least its times. */
export function visible(eb: Eb, reader: Reader, sees: "all" | "timings" = "timings"): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom("case_sight")
      .select("case_sight.case_id")
      .whereRef("case_sight.region_id", "=", "case.region_id")
      .whereRef("case_sight.case_id", "=", "case.id")
      .where("case_sight.org_id", "=", reader.orgId)
      .where("case_sight.post", "in", reader.posts)
      .$if(sees === "all", (qb) => qb.where("case_sight.sees", "=", "all")),
  );
}

/** Whether the reader sees the words, not only the times. */
export function seesAll(reader: Reader) {
  return sql<boolean>`exists (select 1 from case_sight s where s.region_id = "case".region_id and s.case_id = "case".id
    and s.org_id = ${reader.orgId} and s.post = any(${reader.posts}::text[]) and s.sees = 'all')`.as("sees_all");
}

/** The case's words hold these. */
export function foundByWords(region: string, words: string) {
  return sql<boolean>`"case".id in (select case_id from case_search
    where region_id = ${region} and ${hasWords("case_search.search_text", words)})`;
}

export interface CaseFilter {
  readonly words: string;
  readonly number: string | null;
  readonly stage: string | null;
  readonly track: string | null;
  readonly channel: string | null;
  readonly org: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Only cases on which something is late on this day; null for all. */
  readonly late: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** The open duty of the case that presses most: one whose last day is over before all others. */
const pressing = sql<string>`(
  select d.duty_id from duty d
  where d.region_id = "case".region_id and d.case_id = "case".id and d.kind = 'duty' and d.state = any(${owedStates}::text[])
  order by d.overdue_since is null, coalesce(d.due_on, d.due_within) asc nulls last, d.started_at limit 1)`;

/** Something on the case is late and not done. */
export function somethingLate(today: string) {
  return sql<boolean>`exists (select 1 from duty o
    where o.region_id = "case".region_id and o.case_id = "case".id and ${lateNow(today, "o")})`;
}

/** Cases that the reader may see, newest first, each with its most pressing open duty. */
export async function findCases(db: Db, reader: Reader, filter: CaseFilter) {
  const matching = db
    .selectFrom("case")
    .where("case.region_id", "=", reader.region)
    .where((eb) => visible(eb as unknown as Eb, reader))
    .$if(filter.number !== null, (qb) => qb.where("case.number", "like", `%${filter.number}`))
    .$if(filter.words !== "", (qb) => qb.where(foundByWords(reader.region, filter.words)))
    .$if(filter.stage !== null, (qb) => qb.where("case.stage", "=", filter.stage as string))
    .$if(filter.track !== null, (qb) => qb.where("case.track", "=", filter.track as string))
    .$if(filter.channel !== null, (qb) => qb.where("case.channel", "=", filter.channel as string))
    .$if(filter.org !== null, (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom("leg")
            .select("leg.case_id")
            .whereRef("leg.region_id", "=", "case.region_id")
            .whereRef("leg.case_id", "=", "case.id")
            .where("leg.org_id", "=", filter.org as string),
        ),
      ),
    )
    .$if(filter.from !== null, (qb) =>
      qb.where(sql<boolean>`"case".received_at >= (${filter.from}::date)::timestamp at time zone 'Asia/Shanghai'`),
    )
    .$if(filter.to !== null, (qb) =>
      qb.where(sql<boolean>`"case".received_at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`),
    )
    .$if(filter.late !== null, (qb) => qb.where(somethingLate(filter.late as string)));
  // The page first and the number apart: a count over the page's own columns would work them out for every case.
  const page = matching
    .select("case.id")
    .orderBy("case.received_at", "desc")
    .orderBy("case.id", "desc")
    .limit(filter.limit)
    .offset(filter.offset);
  const rows = await db
    .selectFrom("case")
    .leftJoin("duty", (join) =>
      join
        .onRef("duty.region_id", "=", "case.region_id")
        .onRef("duty.case_id", "=", "case.id")
        .on("duty.duty_id", "=", pressing),
    )
    .select(columns)
    .select(dutyColumns)
    .select(seesAll(reader))
    .select(
      matching
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .$castTo<{ n: number }>()
        .as("total"),
    )
    .where("case.region_id", "=", reader.region)
    .where("case.id", "in", page)
    .orderBy("case.received_at", "desc")
    .orderBy("case.id", "desc")
    .execute();
  return rows.map((row) => ({ ...row, total: row.total ?? 0 }));
}

export type ListedCase = Awaited<ReturnType<typeof findCases>>[number];

/** Cases by id that the reader may see, newest first. */
export async function casesById(db: Db, reader: Reader, ids: readonly string[]): Promise<readonly ListedCase[]> {
  if (ids.length === 0) return [];
  const all = await db
    .selectFrom("case")
    .leftJoin("duty", (join) => join.on(sql<boolean>`false`))
    .select(columns)
    .select(dutyColumns)
    .select(seesAll(reader))
    .select(sql<number>`0`.as("total"))
    .where("case.region_id", "=", reader.region)
    .where("case.id", "in", ids)
    .where((eb) => visible(eb as unknown as Eb, reader))
    .orderBy("case.received_at", "desc")
    .execute();
  return all as readonly ListedCase[];
}
