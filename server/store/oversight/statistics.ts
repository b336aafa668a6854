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
const withSeveral = ["open", "rated", "unrated", "satisfied", "notSatisfied"];

/** Counts things by group, by stretch and in all, each thing once in each of them. */
export async function countThings(
  db: Db,
  of: Counted,
  names: readonly string[],
  by: GroupColumn,
  stretches: readonly { readonly from: string }[],
): Promise<readonly CountRow[]> {
  const starts = stretches.map((stretch) => stretch.from);
  const rows = (own: readonly string[], count: RawBuilder<number>) => sql`
    select name, case grouping(g, part, tag) when 3 then 'group' when 5 then 'stretch' when 6 then 'tag' else 'whole' end as "of",
      coalesce(g, part::text, tag, '') as at, ${count} as n
    from (
      select k.name, k.key, ${groupColumn(by, of)} as g, k.tag, width_bucket(k.on_day, ${starts}::date[]) as part
      from ${counted(of, own)} k
    ) t
    group by grouping sets ((name), (name, g), (name, part), (name, tag))`;
  const once = names.filter((name) => !withSeveral.includes(name));
  const found = await sql<CountRow>`${rows(once, sql`count(*)`)}
    union all ${rows(withSeveral, sql`count(distinct key)`)}`.execute(db);
  return found.rows;
}
