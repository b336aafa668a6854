import { sql } from "kysely";
import type { Db, Tx } from "../db.ts";
import { counted } from "../oversight/counted.ts";
import type { Counted } from "../oversight/counted-parts.ts";
import { namedIn } from "../oversight/efficiency.ts";
import { unsealed } from "../case/sight.ts";

/** A case of the period: it came in, or came to one of the bodies. */
const cameIn = ["received", "registered", "dispatched", "passedDown"];

/** Cases of one body that count under one name, by their numbers. */
export interface Numbered {
  readonly org: string;
  readonly name: string;
  readonly numbers: readonly string[];
}

/** The numbers of what counts under these names, by body. */
export async function numbersOf(db: Db | Tx, of: Counted, names: readonly string[]): Promise<readonly Numbered[]> {
  const { rows } = await sql<Numbered>`
    select k.org_id as org, k.name, array_agg(distinct c.number order by c.number) as numbers
    from ${counted(of, names)} k join "case" c on c.region_id = ${of.reader.region} and c.id = k.case_id
    group by k.org_id, k.name order by k.org_id, k.name`.execute(db);
  return rows;
}

/** Breaches that a circular of the period names, of cases that everybody may know of. */
export async function breachesNamed(
  db: Db | Tx,
  of: Counted,
  waiting: readonly string[],
): Promise<readonly Numbered[]> {
  const { rows } = await sql<Numbered>`
    select breach.org_id as org, breach.kind as name, array_agg(distinct c.number order by c.number) as numbers
    from breach join "case" c on c.region_id = breach.region_id and c.id = breach.case_id
    where breach.region_id = ${of.reader.region} and breach.org_id = any(${of.orgs}::text[])
      and ${namedIn({ from: of.from, to: of.to, waiting })} and ${unsealed(of)}
    group by breach.org_id, breach.kind order by breach.org_id, breach.kind`.execute(db);
  return rows;
}

/** Cases that have something in common. */
export interface Alike {
  readonly by: "category" | "place" | "chain";
  readonly words: string;
  readonly n: number;
  readonly numbers: readonly string[];
}

/** Groups of at least so many cases of the period with one category, one place, or links between them; largest first. */
export async function alikeCases(db: Db | Tx, of: Counted, atLeast: number): Promise<readonly Alike[]> {
  const group = sql`count(*) as n, (array_agg(number order by number))[1:50] as numbers`;
  const { rows } = await sql<Alike>`
    with own as (
      select distinct c.id, c.number, c.category, btrim(c.place) as place, c.chain_id
      from ${counted(of, cameIn)} k join "case" c on c.region_id = ${of.reader.region} and c.id = k.case_id
    )
    select * from (
      select 'category' as by, category as words, ${group} from own where category is not null group by category
      union all
      select 'place', place, ${group} from own where place <> '' group by place
      union all
      select 'chain', min(number), ${group} from own where chain_id is not null group by chain_id
    ) a where n >= ${atLeast} order by n desc, by, words limit 200`.execute(db);
  return rows;
}

/** How many cases of the period a formality has put under each value of a field, and how many of them are open still. */
export async function casesStating(db: Db | Tx, of: Counted, field: string) {
  const { rows } = await sql<{ value: string; n: number; open: number; late: number }>`
    select s.value, count(*) as n, count(*) filter (where s.stage = any(${of.openStages}::text[])) as open,
      count(*) filter (where exists (select 1 from duty d where d.region_id = ${of.reader.region} and d.case_id = s.id
        and d.kind = 'duty' and d.rule = any(${of.replyRules}::text[]) and d.overdue_since is not null)) as late
    from (
      select distinct c.id, c.stage, (select e.data->'values'->>${field} from case_event e
        where e.region_id = ${of.reader.region} and e.case_id = c.id and e.type = 'formalityDone'
          and jsonb_exists(e.data->'values', ${field}) order by e.seq desc limit 1) as value
      from ${counted(of, cameIn)} k join "case" c on c.region_id = ${of.reader.region} and c.id = k.case_id
    ) s where s.value is not null group by s.value`.execute(db);
  return rows;
}
