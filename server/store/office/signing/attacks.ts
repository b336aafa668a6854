import { sql } from "kysely";
import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Db } from "../../db.ts";

/** So many refusals from one address within the hour are no slips of the hand. */
const alarmingRefusals = 20;
const watchedMillis = 3_600_000;

/** An address from which sign-ins and acts are refused again and again. */
export interface Attack {
  readonly address: string;
  readonly refusals: number;
  /** Of how many accounts or logins. */
  readonly accounts: number;
  readonly last: string;
}

/** Addresses with many refused sign-ins or rights within the last hour, the busiest first. */
export async function attacks(db: Db, region: string, now: Instant): Promise<readonly Attack[]> {
  const since = Date.parse(now) - watchedMillis;
  const { rows } = await sql<Attack>`
    select detail->>'address' as address, count(*) as refusals, max(at) as last,
      count(distinct coalesce(detail->>'hash', detail->>'login', person_id::text)) as accounts
    from access_log
    where region_id = ${region} and id >= ${firstIdOf(since)} and at > ${new Date(since).toISOString()} and at <= ${now}
      and what in ('signInRefused', 'rightRefused')
    group by 1 having count(*) >= ${alarmingRefusals} order by 2 desc, 1 limit 5`.execute(db);
  return rows;
}

/** The least id that a line of this moment can have: ids begin with their milliseconds (UUID, version 7). */
function firstIdOf(millis: number): string {
  const hex = Math.max(0, millis).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
