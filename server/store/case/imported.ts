import type { Db } from "../db.ts";

/** The numbers of another system that have been taken over. */
export async function importedIds(
  db: Db,
  region: string,
  source: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("case")
    .select("source_id")
    .where("region_id", "=", region)
    .where("source", "=", source)
    .where("source_id", "in", ids)
    .execute();
  return new Set(rows.flatMap((row) => (row.source_id === null ? [] : [row.source_id])));
}
