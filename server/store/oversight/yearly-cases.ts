import { sql } from "kysely";
import type { Db } from "../db.ts";
import { countsFor, type Told } from "../case/sight.ts";
import { countsAsDue } from "./kept.ts";

/** The cases that the yearly rates of some units are made of: one row for each that counts, and whether it was met. */
export async function yearlyCases(
  db: Db,
  told: Told,
  filter: {
    readonly orgs: readonly string[];
    readonly viewRules: readonly string[];
    readonly replyRules: readonly string[];
    readonly grades: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly today: string;
  },
) {
  const { region } = told.reader;
  const { orgs, viewRules, replyRules, grades, from, to, today } = filter;
  const rows = await sql<{ org: string; rate: string; id: string; number: string; on: string; met: boolean }>`
    select r.org, r.rate, c.id, c.number, r.day::text as on, r.met from (
      select owner_org as org, case when rule = any(${viewRules}::text[]) then 'viewedInTime' else 'repliedInTime' end as rate,
        case_id, due_on as day, state = 'met' as met
      from duty
      where region_id = ${region} and kind = 'duty' and owner_org = any(${orgs}::text[])
        and rule = any(${[...viewRules, ...replyRules]}::text[]) and due_on between ${from} and ${to}
        and ${countsAsDue(today)}
      union all
      select org_id, 'passedFirstAudit', case_id, (passed_at at time zone 'Asia/Shanghai')::date, not reworked
      from leg
      where region_id = ${region} and kind = 'unit' and role = 'lead' and org_id = any(${orgs}::text[])
        and (passed_at at time zone 'Asia/Shanghai')::date between ${from} and ${to}
      union all
      select distinct l.org_id, 'satisfied', e.case_id, (e.at at time zone 'Asia/Shanghai')::date,
        e.data->>'grade' = any(${grades}::text[])
      from case_event e join leg l on l.region_id = e.region_id and l.case_id = e.case_id
      where e.region_id = ${region} and e.type = 'rated' and l.role = 'lead' and l.kind = 'unit' and l.stage = 'passed'
        and l.org_id = any(${orgs}::text[]) and (e.at at time zone 'Asia/Shanghai')::date between ${from} and ${to}
    ) r join "case" c on c.region_id = ${region} and c.id = r.case_id
    where ${countsFor(told, "r.case_id")}
    order by r.org, r.rate, r.day, c.number`.execute(db);
  return rows.rows;
}
