import { countsFor, type Told } from "../case/sight.ts";
import type { Db } from "../db.ts";

/** Duties under some rules that began in a period, with the day on which they were met. */
export async function livedDuties(
  db: Db,
  region: string,
  told: Told | null,
  filter: {
    readonly orgs: readonly string[];
    readonly rules: readonly string[];
    readonly from: string;
    readonly to: string;
  },
) {
  if (filter.orgs.length === 0 || filter.rules.length === 0) return [];
  return db
    .selectFrom("duty")
    .select(["owner_org", "started_on", "ended_on", "state", "overdue_since"])
    .where("region_id", "=", region)
    .$if(told !== null, (qb) => qb.where(countsFor(told as Told, "duty.case_id")))
    .where("kind", "=", "duty")
    .where("rule", "in", filter.rules)
    .where("owner_org", "in", filter.orgs)
    .where("started_on", ">=", filter.from)
    .where("started_on", "<=", filter.to)
    .where("state", "!=", "cancelled")
    .execute();
}
