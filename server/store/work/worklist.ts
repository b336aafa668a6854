import { type RawBuilder, sql } from "kysely";
import { owedStates } from "../../../domain/duty/duty.ts";
import type { Post } from "../../../domain/office/org.ts";
import type { Db } from "../db.ts";
import { lateNow } from "../oversight/kept.ts";
import { columns, dutyColumns } from "./columns.ts";
import { inSight, type Reader } from "../case/sight.ts";
import { foundByWords, seesAll } from "./lists.ts";

/** Whose work is listed: a person at work in an organisation, with the posts held there and those stood in for. */
export interface Worker extends Reader {
  readonly personId: string;
  readonly own: readonly Post[];
  readonly lent: readonly Post[];
}

/** The lists that are made of duties. `colleague`: what somebody may do for whom they stand in for. */
export const dutyTabs = ["today", "all", "unit", "colleague"] as const;
export type DutyTab = (typeof dutyTabs)[number];
/** `done`: cases that the person has acted on; `starred`: those that they keep an eye on. */
export type WorkTab = DutyTab | "done" | "starred";

export interface WorkFilter {
  readonly tab: WorkTab;
  readonly today: string;
  readonly rule: string | null;
  readonly words: string;
  readonly limit: number;
  readonly offset: number;
}

const owed = sql.join(owedStates.map((state) => sql.lit(state)));
const lastDay = sql.raw("coalesce(duty.due_on, duty.due_within)");

/** One of these posts can act on the duty; where that is not known yet, the rule names it or names nobody. */
function ableAs(posts: readonly Post[]): RawBuilder<boolean> {
  return sql<boolean>`case when duty.able is null
    then duty.owner_post is null or duty.owner_post = any(${posts}::text[])
    else duty.able && ${posts}::text[] end`;
}

/** Duties that the own organisation owes still, on cases that the reader may see. */
function owedBy(worker: Worker): RawBuilder<unknown> {
  return sql`duty.region_id = ${worker.region} and duty.owner_org = ${worker.orgId} and duty.kind = 'duty'
    and duty.state in (${owed}) and ${inSight(worker, "duty.case_id")}`;
}

function heldUnder(tab: DutyTab, worker: Worker): RawBuilder<boolean> {
  if (tab === "colleague") return sql<boolean>`${ableAs(worker.lent)} and not ${ableAs(worker.own)}`;
  if (tab !== "unit") return ableAs(worker.own);
  return sql<boolean>`not exists (select 1 from duty mine where mine.region_id = duty.region_id
    and mine.case_id = duty.case_id and mine.owner_org = duty.owner_org and mine.kind = 'duty' and mine.state in (${owed})
    and case when mine.able is null then mine.owner_post is null or mine.owner_post = any(${worker.own}::text[])
      else mine.able && ${worker.own}::text[] end)`;
}

/** One row a case: of several duties the one that presses most. What is paused and what has no term comes last. */
function folded(tab: DutyTab, worker: Worker, filter: Pick<WorkFilter, "rule" | "today">): RawBuilder<unknown> {
  const when = tab === "today" ? sql`where f.last <= ${filter.today}` : sql``;
  return sql`select * from (
    select distinct on (duty.case_id) duty.case_id, duty.duty_id, ${lastDay} as last, duty.due_at, duty.state = 'paused' as waits,
      duty.place, duty.started_at, (${lateNow(filter.today)}) as late
    from duty
    where ${owedBy(worker)} and ${heldUnder(tab, worker)}
      and (${filter.rule}::text is null or duty.rule = ${filter.rule})
    order by duty.case_id, duty.state = 'paused', ${lastDay} nulls last, duty.due_at nulls last,
      duty.place, duty.started_at, duty.duty_id
  ) f ${when}`;
}

/** Cases that the person has acted on, reading apart, the latest first. */
function touched({ region, personId }: Worker): RawBuilder<unknown> {
  return sql`select e.case_id, max(e.at) as last_act from case_event e
    where e.region_id = ${region} and e.actor ->> 'personId' = ${personId} and e.actor ->> 'kind' = 'staff'
      and e.type <> 'viewed'
    group by e.case_id`;
}

/** The ids of a tab in their order, with how many there are in all. */
function pageOf(worker: Worker, filter: WorkFilter): RawBuilder<{ case_id: string; duty_id: string | null }> {
  const { tab } = filter;
  const words = filter.words === "" ? sql`true` : foundByWords(worker.region, filter.words);
  const page = sql`limit ${filter.limit} offset ${filter.offset}`;
  if (tab === "done" || tab === "starred") {
    const cases =
      tab === "done"
        ? touched(worker)
        : sql`select st.case_id, st.starred_at as last_act from case_star st
            where st.region_id = ${worker.region} and st.person_id = ${worker.personId}`;
    return sql`select t.case_id, null::text as duty_id, row_number() over (order by t.last_act desc, t.case_id) as place,
        count(*) over () as total
      from (${cases}) t join "case" on "case".region_id = ${worker.region} and "case".id = t.case_id
      where ${inSight(worker, "t.case_id")} and ${words} order by place ${page}`;
  }
  return sql`select f.case_id, f.duty_id, count(*) over () as total, row_number() over (
      order by "case".urgent desc, f.waits, f.last nulls last, f.due_at nulls last, "case".received_at, f.case_id) as place
    from (${folded(tab, worker, filter)}) f
    join "case" on "case".region_id = ${worker.region} and "case".id = f.case_id
    where ${words} order by place ${page}`;
}

/** A tab of the own work: one row a case. */
export async function ownWork(db: Db, worker: Worker, filter: WorkFilter) {
  const page = sql`(${pageOf(worker, filter)})`.as("page");
  const pressing = sql<string>`coalesce(page.duty_id, (select d.duty_id from duty d
    where d.region_id = ${worker.region} and d.case_id = page.case_id and d.kind = 'duty' and d.state in (${owed})
    order by d.state = 'paused', coalesce(d.due_on, d.due_within) nulls last, d.due_at nulls last, d.place, d.started_at limit 1))`;
  const rows = await db
    .selectFrom(page as never)
    .innerJoin("case", (join) =>
      join.on("case.region_id", "=", worker.region).on(sql<boolean>`"case".id = page.case_id`),
    )
    .leftJoin("duty", (join) =>
      join
        .on("duty.region_id", "=", worker.region)
        .onRef("duty.case_id", "=", "case.id")
        .on(sql<boolean>`duty.duty_id = ${pressing}`),
    )
    .select(columns)
    .select(dutyColumns)
    .select(seesAll(worker))
    .select(sql<number>`page.total`.as("total"))
    .orderBy(sql`page.place`)
    .execute();
  return rows;
}

/** How many cases stand under each tab, how many of the own are late, and under which rules they stand. */
export async function countOwnWork(db: Db, worker: Worker, today: string) {
  const of = (tab: DutyTab) => folded(tab, worker, { rule: null, today });
  const { rows } = await sql<{ tab: string; n: number; late: number; today: number }>`
    select 'all' as tab, count(*) as n, count(*) filter (where late) as late, count(*) filter (where last <= ${today}) as today
      from (${of("all")}) a
    union all select 'unit', count(*), 0, 0 from (${of("unit")}) u
    union all select 'colleague', count(*), 0, 0 from (${of("colleague")}) c
    union all select 'starred', count(*), 0, 0 from case_star st
      where st.region_id = ${worker.region} and st.person_id = ${worker.personId} and ${inSight(worker, "st.case_id")}
    union all select 'done', count(*), 0, 0 from (${touched(worker)}) t where ${inSight(worker, "t.case_id")}`.execute(
    db,
  );
  const n = (tab: string) => rows.find((row) => row.tab === tab)?.n ?? 0;
  const mine = rows.find((row) => row.tab === "all");
  return {
    today: mine?.today ?? 0,
    all: n("all"),
    overdue: mine?.late ?? 0,
    unit: n("unit"),
    colleague: n("colleague"),
    starred: n("starred"),
    done: n("done"),
  };
}

/** The own work by rule: cases, each under every rule that it waits for. */
export async function workByRule(db: Db, worker: Worker) {
  const { rows } = await sql<{ rule: string; n: number }>`
    select duty.rule, count(distinct duty.case_id) as n from duty
    where ${owedBy(worker)} and ${ableAs(worker.own)} group by duty.rule`.execute(db);
  return rows;
}

/** How many cases of a tab have changed after a moment: what a list that was drawn then does not show. */
export async function changedSince(db: Db, worker: Worker, tab: WorkTab, since: string): Promise<number> {
  const concerned =
    tab === "starred"
      ? sql`exists (select 1 from case_star st where st.region_id = c.region_id and st.case_id = c.id
          and st.person_id = ${worker.personId})`
      : sql`exists (select 1 from duty d where d.region_id = c.region_id and d.case_id = c.id and d.kind = 'duty'
          and d.owner_org = ${worker.orgId})`;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from "case" c
    where c.region_id = ${worker.region} and c.updated_at > ${since}::timestamptz and ${concerned}
      and ${inSight(worker, "c.id")}`.execute(db);
  return rows[0]?.n ?? 0;
}
