import type { Insertable } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";
import type { OrgNotice } from "../schema.gen.ts";

/** Puts notices before organisations. */
export async function addOrgNotices(tx: Tx, rows: readonly Insertable<OrgNotice>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto("org_notice").values(rows).execute();
}

/** Notices of an organisation, newest first. */
export async function noticesOf(db: Db, region: string, orgId: string, limit: number) {
  return db
    .selectFrom("org_notice")
    .selectAll()
    .where("region_id", "=", region)
    .where("to_org", "=", orgId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export async function countUnreadNotices(db: Db, region: string, orgId: string): Promise<number> {
  const row = await db
    .selectFrom("org_notice")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("region_id", "=", region)
    .where("to_org", "=", orgId)
    .where("read_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Takes note of a notice; false when it is not this organisation's or has been read. */
export async function readNotice(tx: Tx, region: string, orgId: string, id: string, by: string, at: Instant) {
  const result = await tx
    .updateTable("org_notice")
    .set({ read_at: at, read_by: by })
    .where("region_id", "=", region)
    .where("to_org", "=", orgId)
    .where("id", "=", id)
    .where("read_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
