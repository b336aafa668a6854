import { sql } from "kysely";
import type { DissatisfactionRules } from "../../../domain/case/dissatisfaction/judging.ts";
import { owedStates } from "../../../domain/duty/duty.ts";
import { openStages } from "../../../domain/rules/vocabulary.ts";
import type { Db } from "../db.ts";
import { hasWords } from "../case/publication.ts";
import { inSight, type Reader } from "../case/sight.ts";
import { lateNow } from "../oversight/kept.ts";
import { columns, dutyColumns } from "./columns.ts";

/** Whether the reader sees the words, not only the times. */
export function seesAll(reader: Reader) {
  return inSight(reader, "case.id", "all").as("sees_all");
}

/** The case's words hold these. */
export function foundByWords(region: string, words: string) {
  return sql<boolean>`"case".id in (select case_id from case_search
    where region_id = ${region} and ${hasWords("case_search.search_text", words)})`;
}

/** One of the words that are looked for, and the areas that are called so. */
export interface SearchWord {
  readonly text: string;
  readonly areas: readonly string[];
}

/** Whom or what a search text may mean. All words must be found; a person or an old number is found by the whole of it. */
export interface SearchText {
  readonly words: readonly SearchWord[];
  readonly people: readonly Buffer[];
  readonly whole: string;
}

export interface CaseFilter {
  readonly text: SearchText | null;
  /** A whole number, or its last six digits. */
  readonly number: string | null;
  readonly stage: string | null;
  readonly track: string | null;
  readonly channel: string | null;
  readonly ground: string | null;
  readonly org: string | null;
  /** Areas that the case may lie in. */
  readonly areas: readonly string[] | null;
  readonly handler: string | null;
  /** What a formality has last stated. */
  readonly fact: { readonly name: string; readonly value: string } | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Only cases on which something is late on this day; null for all. */
  readonly late: string | null;
  /** Only cases that wait for a unit. */
  readonly unclaimed: boolean;
  /** Only cases whose petitioner is not satisfied, without a decision about it. */
  readonly judging: DissatisfactionRules | null;
  /** Only cases that have changed after this moment. */
  readonly since: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** Cases whose words, people or old number are what the text says. */
function foundByText(reader: Reader, { words, people, whole }: SearchText) {
  const { region } = reader;
  const each = words.map(({ text, areas }) => {
    const like = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
    const said =
      [...text].length > 1
        ? hasWords("case_search.search_text", text)
        : sql<boolean>`case_search.search_text like ${like}`;
    return sql<boolean>`("case".id in (select case_id from case_search where region_id = ${region} and ${said})
      or ("case".area_id = any(${areas}::text[]) and "case".subject = 'ordinary'))`;
  });
  const byPeople =
    people.length === 0
      ? sql`select null::uuid where false`
      : sql`select p.case_id from petitioner p where p.region_id = ${region} and p.lookups && ${people}::bytea[]
          and ${inSight(reader, "p.case_id", "all")}`;
  return sql<boolean>`((${sql.join(each.length > 0 ? each : [sql`false`], sql` and `)})
    or "case".id in (${byPeople}
      union all select o.id from "case" o where o.region_id = ${region} and o.source_id = ${whole}))`;
}

/** Cases that match, before anything is said of their order. */
function matchingCases(db: Db, reader: Reader, filter: CaseFilter) {
  const { region } = reader;
  return db
    .selectFrom("case")
    .where("case.region_id", "=", region)
    .where(inSight(reader, "case.id"))
    .$if(filter.number !== null, (qb) => qb.where(byNumber(filter.number as string)))
    .$if(filter.text !== null, (qb) => qb.where(foundByText(reader, filter.text as SearchText)))
    .$if(filter.stage !== null, (qb) => qb.where("case.stage", "=", filter.stage as string))
    .$if(filter.track !== null, (qb) => qb.where("case.track", "=", filter.track as string))
    .$if(filter.channel !== null, (qb) => qb.where("case.channel", "=", filter.channel as string))
    .$if(filter.ground !== null, (qb) => qb.where("case.ground", "=", filter.ground as string))
    .$if(filter.areas !== null, (qb) => qb.where("case.area_id", "in", filter.areas as string[]))
    .$if(filter.org !== null, (qb) => qb.where(hadBy(filter.org as string)))
    .$if(filter.handler !== null, (qb) => qb.where(handledBy(region, filter.handler as string)))
    .$if(filter.fact !== null, (qb) => qb.where(states(filter.fact as NonNullable<CaseFilter["fact"]>)))
    .$if(filter.from !== null, (qb) =>
      qb.where(sql<boolean>`"case".received_at >= (${filter.from}::date)::timestamp at time zone 'Asia/Shanghai'`),
    )
    .$if(filter.to !== null, (qb) =>
      qb.where(sql<boolean>`"case".received_at < (${filter.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`),
    )
    .$if(filter.late !== null, (qb) => qb.where(somethingLate(filter.late as string)))
    .$if(filter.unclaimed, (qb) => qb.where(waitsForUnit()))
    .$if(filter.judging !== null, (qb) => qb.where(waitsForJudgement(region, filter.judging as DissatisfactionRules)))
    .$if(filter.since !== null, (qb) => qb.where("case.updated_at", ">", filter.since as string));
}

function byNumber(number: string) {
  return number.length === 6
    ? sql<boolean>`right("case".number, 6) = ${number}`
    : sql<boolean>`"case".number = ${number}`;
}

/** A unit or bureau has it or had it. */
function hadBy(org: string) {
  return sql<boolean>`exists (select 1 from leg l where l.region_id = "case".region_id and l.case_id = "case".id
    and l.org_id = ${org})`;
}

/** Somebody has acted on it. */
function handledBy(region: string, person: string) {
  return sql<boolean>`"case".id in (select e.case_id from case_event e where e.region_id = ${region}
    and e.actor ->> 'personId' = ${person} and e.actor ->> 'kind' = 'staff')`;
}

/** The last word of a formality's field. */
function states({ name, value }: NonNullable<CaseFilter["fact"]>) {
  return sql<boolean>`(select f.data -> 'values' ->> ${name} from case_event f where f.region_id = "case".region_id
    and f.case_id = "case".id and f.type = 'formalityDone' and jsonb_exists(f.data -> 'values', ${name})
    order by f.seq desc limit 1) = ${value}`;
}

/** Still to be done, and no unit or bureau below has it in hand. */
function waitsForUnit() {
  const open = sql.join(openStages.map((stage) => sql.lit(stage)));
  return sql<boolean>`("case".stage in (${open}) and not exists (select 1 from leg l
    where l.region_id = "case".region_id and l.case_id = "case".id and l.stage <> 'recalled'))`;
}

/** The cases of which dissatisfaction was said, without a decision about it after. */
function unjudged(region: string, { grades, decidedBy }: DissatisfactionRules) {
  return sql`select d.case_id from case_event d where d.region_id = ${region}
    and d.type in ('rated', 'formalityDone')
    and (d.data ->> 'grade' = any(${grades}::text[]) or exists (
      select 1 from jsonb_each_text(coalesce(d.data -> 'values', '{}')) said where said.value = any(${grades}::text[])))
    and not exists (select 1 from case_event j where j.region_id = d.region_id and j.case_id = d.case_id and j.seq > d.seq
      and (j.type = 'replyReopened' or (j.type = 'noted' and j.data ->> 'judgement' is not null)
        or (j.type = 'formalityDone' and j.data ->> 'formality' = any(${decidedBy}::text[]))))`;
}

/** Somebody was not satisfied, and nobody has judged it. */
function waitsForJudgement(region: string, rules: DissatisfactionRules) {
  return sql<boolean>`"case".id in (${unjudged(region, rules)})`;
}

/** How many cases match a filter. */
export async function countCases(db: Db, reader: Reader, filter: CaseFilter): Promise<number> {
  const row = await matchingCases(db, reader, filter)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** How many cases wait for the judgement of a body that took them in or sent them on. */
export async function countToJudge(db: Db, reader: Reader, rules: DissatisfactionRules): Promise<number> {
  const { region, orgId } = reader;
  const sentOn = JSON.stringify([{ sender: orgId }]);
  // The few that wait are found first: to read what is written on every case takes most of a second at 20,000.
  const { rows } = await sql<{ n: number }>`
    with waiting as materialized (select unjudged.case_id from (${unjudged(region, rules)}) unjudged
      group by unjudged.case_id)
    select count(*) as n from waiting join "case" on "case".region_id = ${region} and "case".id = waiting.case_id
    where ${orgId} in ("case".state ->> 'topBureau', "case".state ->> 'intake')
      or "case".state -> 'legs' @> ${sentOn}::jsonb`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The open duty of the case that presses most: one whose last day is over before all others. */
const pressing = sql<string>`(
  select d.duty_id from duty d
  where d.region_id = "case".region_id and d.case_id = "case".id and d.kind = 'duty' and d.state = any(${owedStates}::text[])
  order by d.overdue_since is null, coalesce(d.due_on, d.due_within) asc nulls last, d.due_at nulls last, d.place, d.started_at limit 1)`;

/** Something on the case is late and not done. */
export function somethingLate(today: string) {
  return sql<boolean>`exists (select 1 from duty o
    where o.region_id = "case".region_id and o.case_id = "case".id and ${lateNow(today, "o")})`;
}

/** Cases that the reader may see, newest first, each with its most pressing open duty. */
export async function findCases(db: Db, reader: Reader, filter: CaseFilter) {
  const matching = matchingCases(db, reader, filter);
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
    .where(inSight(reader, "case.id"))
    .orderBy("case.received_at", "desc")
    .execute();
  return all as readonly ListedCase[];
}
