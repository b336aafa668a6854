import { sql } from "kysely";
import type { Db } from "../db.ts";
import { counted, type GroupColumn, groupColumns } from "./counted.ts";
import type { Counted } from "./counted-parts.ts";

/** How many things count under a name: in all, in one group, in one stretch, or with one tag. */
export interface CountRow {
  readonly name: string;
  readonly of: "whole" | "group" | "stretch" | "tag";
  /** The group, the number of the stretch from 1, or the tag. */
  readonly at: string;
  readonly n: number;
}

/** Counts things by group, by stretch and in all, each thing once in each of them. */
export async function countThings(
  db: Db,
  of: Counted,
  by: GroupColumn,
  stretches: readonly { readonly from: string }[],
): Promise<readonly CountRow[]> {
  const starts = stretches.map((stretch) => stretch.from);
  const { rows } = await sql<CountRow>`
    select name, case grouping(g, part, tag) when 3 then 'group' when 5 then 'stretch' when 6 then 'tag' else 'whole' end as "of",
      coalesce(g, part::text, tag, '') as at, count(distinct key) as n
    from (
      select k.name, k.key, ${groupColumns[by]} as g, k.tag, width_bucket(k.on_day, ${starts}::date[]) as part
      from (${counted(of)}) k
    ) t
    group by grouping sets ((name), (name, g), (name, part), (name, tag))`.execute(db);
  return rows;
}
