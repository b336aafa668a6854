import { sql } from "kysely";

/**
 * In which day an event is counted whose own day is signed already: the clock has gone back. Null for every other event,
 * which is counted in the day of its time.
 */
export function countedOn(region: string, at: string) {
  return sql<string | null>`(
    select max(day) + 1 from day_root where region_id = ${region}
    having max(day) >= (${at}::timestamptz at time zone 'Asia/Shanghai')::date)`;
}
