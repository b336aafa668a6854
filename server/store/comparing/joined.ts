import { openStages } from "../../../domain/rules/vocabulary.ts";
import type { Db, Tx } from "../db.ts";

/** The open cases that are handled together with this one, oldest first. */
export async function joinedTo(db: Db | Tx, region: string, caseId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("case")
    .select("id")
    .where("region_id", "=", region)
    .where("joined_to", "=", caseId)
    .where("stage", "in", [...openStages])
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The case that a case is handled with in the end; null where following it leads back to `from`. */
export async function rootOf(db: Db | Tx, region: string, caseId: string, from: string): Promise<string | null> {
  let id = caseId;
  for (const seen = new Set([from]); !seen.has(id); ) {
    seen.add(id);
    const row = await db
      .selectFrom("case")
      .select("joined_to")
      .where("region_id", "=", region)
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) return null;
    if (row.joined_to === null) return id;
    id = row.joined_to;
  }
  return null;
}
