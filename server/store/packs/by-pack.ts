import type { Db } from "../db.ts";

/** Cases that are bound by a pack which is not among these, by pack. Empty when every case has its regulation. */
export async function casesWithoutPack(
  db: Db,
  known: readonly string[],
): Promise<readonly { readonly pack: string; readonly cases: number }[]> {
  const rows = await db
    .selectFrom("case")
    .select(({ fn }) => ["pack_id", fn.countAll().as("n")])
    .where("pack_id", "not in", known.length > 0 ? [...known] : [""])
    .groupBy("pack_id")
    .orderBy("pack_id")
    .execute();
  return rows.map(({ pack_id, n }) => ({ pack: pack_id, cases: Number(n) }));
}
