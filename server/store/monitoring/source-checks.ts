import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/** Writes down that somebody has looked at a source, and how many new messages were there. */
export async function addSourceCheck(
  tx: Tx,
  region: string,
  check: {
    readonly id: string;
    readonly orgId: string;
    readonly source: string;
    readonly at: Instant;
    readonly personId: string;
    readonly found: number;
  },
): Promise<void> {
  const { id, orgId, source, at, personId, found } = check;
  await tx
    .insertInto("source_check")
    .values({ region_id: region, id, org_id: orgId, source, at, person_id: personId, found })
    .execute();
}

/** The newest look of a body at each source. */
export async function lastSourceChecks(db: Db, region: string, orgId: string) {
  return db
    .selectFrom("source_check")
    .distinctOn("source")
    .select(["source", "at", "person_id", "found"])
    .where("region_id", "=", region)
    .where("org_id", "=", orgId)
    .orderBy("source")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
}
