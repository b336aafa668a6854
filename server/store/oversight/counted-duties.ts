import { sql } from "kysely";
import type { Db } from "../db.ts";
import { countsFor, type Told } from "../case/sight.ts";
import { countsAsDue, lateNow } from "./kept.ts";

export interface CountedDutyRow {
  readonly case_id: string;
  readonly number: string;
  readonly rule: string;
  readonly due_on: string;
  readonly state: string;
  readonly ended_on: string | null;
}

const listedAtMost = 2000;

/** The duties behind a rate of the board: those of some rules of a body, due in a period, that count in the rate. */
export async function countedDuties(
  db: Db,
  told: Told,
  of: {
    readonly org: string;
    readonly rules: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly today: string;
  },
): Promise<readonly CountedDutyRow[]> {
  const { rows } = await sql<CountedDutyRow>`
    select duty.case_id, c.number, duty.rule, duty.due_on::text, duty.state, duty.ended_on::text
    from duty join "case" c on c.region_id = duty.region_id and c.id = duty.case_id
    where duty.region_id = ${told.reader.region} and ${countsFor(told, "duty.case_id")} and duty.kind = 'duty' and duty.owner_org = ${of.org}
      and duty.rule = any(${of.rules}::text[]) and duty.due_on between ${of.from} and ${of.to}
      and ${countsAsDue(of.today)}
    order by duty.state = 'met', duty.due_on desc, c.number desc limit ${listedAtMost}`.execute(db);
  return rows;
}

/** Cases on which a body has something late and not done, each with what has been late longest. */
export async function lateCases(db: Db, told: Told, org: string, today: string) {
  const { rows } = await sql<CountedDutyRow>`
    select * from (
      select distinct on (duty.case_id) duty.case_id, c.number, duty.rule, duty.due_on::text, duty.state, null as ended_on
      from duty join "case" c on c.region_id = duty.region_id and c.id = duty.case_id
      where duty.region_id = ${told.reader.region} and ${countsFor(told, "duty.case_id")} and duty.owner_org = ${org} and ${lateNow(today)}
      order by duty.case_id, duty.due_on
    ) l order by due_on, number limit ${listedAtMost}`.execute(db);
  return rows;
}

/** How many cases each body has late. */
export async function lateByOrg(db: Db, told: Told, orgs: readonly string[], today: string) {
  const { rows } = await sql<{ org: string; n: number }>`
    select duty.owner_org as org, count(distinct duty.case_id) as n from duty
    where duty.region_id = ${told.reader.region} and ${countsFor(told, "duty.case_id")} and duty.owner_org = any(${orgs}::text[]) and ${lateNow(today)}
    group by duty.owner_org`.execute(db);
  return new Map(rows.map((row) => [row.org, row.n]));
}
