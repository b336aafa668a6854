import { type RawBuilder, sql } from "kysely";
import type { Db } from "../db.ts";
import { counted, type GroupColumn, groupColumn } from "./counted.ts";
import type { Counted } from "./counted-parts.ts";

/** How many things count under a name: in all, in one group, in one stretch, or with one tag. */
export interface CountRow {
  readonly name: string;
  readonly of: "whole" | "group" | "stretch" | "tag";
  /** The group, the number of the stretch from 1, or the tag. */
  readonly at: string;
  readonly n: number;
}

/** Of these a thing can stand with several bodies, or on several answers: it is counted by its key. */
const withSeveral = ["open", "overdueNow", "rated", "unrated", "satisfied", "notSatisfied"];

/** Counts things by group, by stretch and in all, each thing once in each of them. */
export async function countThings(
  db: Db,
  of: Counted,
  names: readonly string[],
  by: GroupColumn,
  stretches: readonly { readonly from: string }[],
): Promise<readonly CountRow[]> {
  const starts = stretches.map((stretch) => stretch.from);
  const rows = (which: RawBuilder<boolean>, count: RawBuilder<number>) => sql`
    select name, case grouping(g, part, tag) when 3 then 'group' when 5 then 'stretch' when 6 then 'tag' else 'whole' end as "of",
      coalesce(g, part::text, tag, '') as at, ${count} as n
    from marked where ${which}
    group by grouping sets ((name), (name, g), (name, part), (name, tag))`;
  const several = sql<boolean>`name = any(${withSeveral}::text[])`;
  const found = await sql<CountRow>`
    with marked as materialized (
      select k.name, case when ${several} then k.key end as key, ${groupColumn(by, of)} as g, k.tag,
        width_bucket(k.on_day, ${starts}::date[]) as part
      from ${counted(of, names)} k
    )
    ${rows(sql`not ${several}`, sql`count(*)`)} union all ${rows(several, sql`count(distinct key)`)}`.execute(db);
  return found.rows;
}
