import { sql } from "kysely";
import { inSight, type Reader, unsealed } from "../case/sight.ts";
import type { Db, Tx } from "../db.ts";
import { type Counted, inPeriod } from "../oversight/counted-parts.ts";

/** An answer of a period, and when somebody called back about it; `id` only where the reader may open the case. */
export interface Answered {
  readonly id: string | null;
  readonly number: string;
  readonly org: string;
  readonly on: string;
  readonly calledBackOn: string | null;
}

/** The answers of a period, oldest first, with the last of the given formalities that was carried out since. */
export async function answeredCases(
  db: Db | Tx,
  of: Counted,
  reader: Reader,
  formalities: readonly string[],
): Promise<readonly Answered[]> {
  const { rows } = await sql<Answered>`
    select case when ${inSight(reader, "c.id")} then c.id end as id, c.number, l.org_id as org,
      (l.passed_at at time zone 'Asia/Shanghai')::date::text as "on",
      (select max((e.at at time zone 'Asia/Shanghai')::date)::text from case_event e
        where e.region_id = l.region_id and e.case_id = l.case_id and e.type = 'formalityDone' and e.at >= l.passed_at
          and e.data->>'formality' = any(${formalities}::text[])
          and coalesce(e.data->>'legId', l.leg_id) = l.leg_id) as "calledBackOn"
    from leg l join "case" c on c.region_id = l.region_id and c.id = l.case_id
    where l.region_id = ${reader.region} and l.kind = 'unit' and l.role = 'lead' and l.stage = 'passed'
      and l.org_id = any(${of.orgs}::text[]) and ${inPeriod("l.passed_at", of)} and ${unsealed(of)}
    order by l.passed_at, c.number`.execute(db);
  return rows;
}
