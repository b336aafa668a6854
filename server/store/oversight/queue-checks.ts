import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Db } from "../db.ts";

/** Notes the first look of a day; later ones change nothing. */
export async function addQueueCheck(
  db: Db,
  region: string,
  orgId: string,
  day: PlainDate,
  personId: string,
  at: Instant,
): Promise<void> {
  await db
    .insertInto("queue_check")
    .values({ region_id: region, org_id: orgId, day, person_id: personId, first_at: at })
    .onConflict((oc) => oc.columns(["region_id", "org_id", "day"]).doNothing())
    .execute();
}

/** Who looked first on a day, by organisation. */
export async function queueChecks(db: Db, region: string, day: PlainDate) {
  return db
    .selectFrom("queue_check")
    .select(["org_id", "person_id", "first_at"])
    .where("region_id", "=", region)
    .where("day", "=", day)
    .execute();
}
