import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/** A text of a regulation as it came to bind the cases of a region. */
export interface PackText {
  readonly region: string;
  readonly pack: string;
  readonly sha256: string;
  readonly how: "first" | "release" | "amended";
  readonly reason: string;
  readonly since: Instant;
}

/** The text that binds now of each regulation under which a region has cases. */
export async function bindingTexts(db: Db, region: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("pack_text")
    .select(["pack_id", "sha256"])
    .where("region_id", "=", region)
    .orderBy("n")
    .execute();
  return new Map(rows.map(({ pack_id, sha256 }) => [pack_id, sha256]));
}

/** Writes down the next text of a regulation; false when another has just done so. */
export async function addPackText(tx: Tx, text: PackText): Promise<boolean> {
  const last = await tx
    .selectFrom("pack_text")
    .select("n")
    .where("region_id", "=", text.region)
    .where("pack_id", "=", text.pack)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
  const written = await tx
    .insertInto("pack_text")
    .values({
      region_id: text.region,
      pack_id: text.pack,
      n: (last?.n ?? 0) + 1,
      sha256: text.sha256,
      how: text.how,
      reason: text.reason,
      since_at: text.since,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
