import { type RawBuilder, sql } from "kysely";
import type { CaseStage, Channel } from "../../../domain/rules/vocabulary.ts";
import type { Db } from "../db.ts";
import { inSight } from "../case/sight.ts";
import { counted, type GroupColumn, groupColumn } from "./counted.ts";
import type { Counted } from "./counted-parts.ts";

/** Which of the counted things are listed. */
export interface Listing {
  readonly names: readonly string[];
  readonly by: GroupColumn;
  readonly group: string | null;
  readonly tag: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** A counted thing with its case. */
export interface CountedCase {
  readonly id: string;
  readonly number: string;
  /** Null where the reader sees only the times. */
  readonly title: string | null;
  readonly stage: CaseStage;
  readonly channel: Channel;
  readonly orgs: readonly string[];
  readonly on: string;
  readonly name: string;
  readonly tag: string;
  /** The comment of a rating. */
  readonly comment: string | null;
}

const newest = sql`t.on_day desc, c.number desc, t.key`;

/** The things that make a number, newest first; those that the reader may not see are said as a number only. */
export async function listCounted(db: Db, of: Counted, listing: Listing, order: RawBuilder<unknown> = newest) {
  const { region } = of.reader;
  const things = sql`
    select k.key, k.case_id, min(k.name) as name, min(k.tag) as tag, max(k.on_day) as on_day, array_agg(distinct k.org_id) as orgs
    from ${counted(of, listing.names)} k
    where (${listing.group}::text is null or ${groupColumn(listing.by, of)} = ${listing.group})
      and (${listing.tag}::text is null or k.tag = ${listing.tag})
    group by k.key, k.case_id`;
  const totals = await sql<{ total: number; seen: number }>`
    select count(*) as total, count(*) filter (where ${inSight(of.reader, "c.id")}) as seen
    from (${things}) t join "case" c on c.region_id = ${region} and c.id = t.case_id`.execute(db);
  const { rows } = await sql<CountedCase>`
    select c.id, c.number, case when ${inSight(of.reader, "c.id", "all")} then c.title end as title, c.stage, c.channel,
      t.orgs, t.on_day::text as "on", t.name, t.tag, case when ${inSight(of.reader, "c.id", "all")} then (
        select e.data->>'comment' from case_event e where e.region_id = ${region} and e.case_id = c.id and e.type = 'rated'
          and t.name in ('satisfied', 'notSatisfied') limit 1) end as comment
    from (${things}) t join "case" c on c.region_id = ${region} and c.id = t.case_id
    where ${inSight(of.reader, "c.id")}
    order by ${order}
    limit ${listing.limit} offset ${listing.offset}`.execute(db);
  const { total = 0, seen = 0 } = totals.rows[0] ?? {};
  return { total, hidden: total - seen, rows };
}

/** Ratings with the worst first: grades as they stand in the regulation, from the last to the first. */
export function worstFirst(grades: readonly string[]): RawBuilder<unknown> {
  return sql`array_position(${grades}::text[], t.tag) desc nulls last, t.on_day desc, c.number desc`;
}
