import { type Insertable, type RawBuilder, sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { type Told, wordsFor } from "../case/sight.ts";
import type { Db, Tx } from "../db.ts";
import type { OrgNotice } from "../schema.gen.ts";
import { keptRow, openedRows, sealFor } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";

/** Puts notices before organisations. */
export async function addOrgNotices(tx: Tx, rows: readonly Insertable<OrgNotice>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto("org_notice").values(rows).execute();
}

/** The same of notices that speak of these cases. */
export async function addCaseNotices(
  tx: Tx,
  seal: RowSeal,
  { region, cases }: { readonly region: string; readonly cases: readonly string[] },
  rows: readonly Insertable<OrgNotice>[],
): Promise<void> {
  if (rows.length === 0) return;
  const own = await sealFor(tx, seal, region, cases);
  await addOrgNotices(
    tx,
    rows.map((row) => keptRow(own, "org_notice", row)),
  );
}

/** A notice speaks of a case or of a document about cases by its number: it is there for who may read of all of them. */
function readable(told: Told): RawBuilder<boolean> {
  const { region } = told.reader;
  return sql<boolean>`not exists (
    select 1 from (
      select k.id from "case" k where k.region_id = ${region} and k.number = org_notice.body->>'number'
      union all
      select ec.case_id from escalation e join escalation_case ec
        on ec.region_id = e.region_id and ec.escalation_id = e.id
      where e.region_id = ${region} and e.number = org_notice.body->>'number'
    ) of where not ${wordsFor(told, "of.id")})`;
}

/** Notices of the reader's organisation, newest first. */
export async function noticesOf(db: Db, seal: RowSeal, told: Told, limit: number) {
  const { region, orgId } = told.reader;
  const rows = await db
    .selectFrom("org_notice")
    .selectAll()
    .where("region_id", "=", region)
    .where("to_org", "=", orgId)
    .where(readable(told))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return openedRows(seal, "org_notice", rows);
}

export async function countUnreadNotices(db: Db, told: Told): Promise<number> {
  const { region, orgId } = told.reader;
  const row = await db
    .selectFrom("org_notice")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("region_id", "=", region)
    .where("to_org", "=", orgId)
    .where("read_at", "is", null)
    .where(readable(told))
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
