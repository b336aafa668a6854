import type { Db, Tx } from "../db.ts";

/** Sets or takes away somebody's star on a case; a second time changes nothing. */
export async function setStar(
  db: Db | Tx,
  region: string,
  of: { readonly personId: string; readonly caseId: string },
  on: boolean,
  now: string,
): Promise<void> {
  if (!on) {
    await db
      .deleteFrom("case_star")
      .where("region_id", "=", region)
      .where("person_id", "=", of.personId)
      .where("case_id", "=", of.caseId)
      .execute();
    return;
  }
  await db
    .insertInto("case_star")
    .values({ region_id: region, person_id: of.personId, case_id: of.caseId, starred_at: now })
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Those of some cases that somebody has starred. */
export async function starred(
  db: Db,
  region: string,
  personId: string,
  cases: readonly string[],
): Promise<ReadonlySet<string>> {
  if (cases.length === 0) return new Set();
  const rows = await db
    .selectFrom("case_star")
    .select("case_id")
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .where("case_id", "in", cases)
    .execute();
  return new Set(rows.map((row) => row.case_id));
}
