import type { Db, Tx } from "../db.ts";
import { json } from "../db.ts";

/** A search that somebody has kept: its name, and what it asks for. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly conditions: unknown;
}

/** So many searches one person may keep. */
export const savedAtMost = 30;

/** The searches that a person has kept, in the order of their names. */
export async function savedSearches(db: Db | Tx, region: string, personId: string): Promise<readonly SavedSearch[]> {
  return db
    .selectFrom("saved_search")
    .select(["id", "name", "conditions"])
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .orderBy("saved_at")
    .execute();
}

/** Keeps a search under a name; the same name keeps what was asked last. */
export async function keepSearch(
  db: Db | Tx,
  region: string,
  personId: string,
  search: SavedSearch,
  now: string,
): Promise<void> {
  await db
    .insertInto("saved_search")
    .values({
      region_id: region,
      person_id: personId,
      id: search.id,
      name: search.name,
      conditions: json(search.conditions),
      saved_at: now,
    })
    .onConflict((oc) =>
      oc.columns(["region_id", "person_id", "name"]).doUpdateSet({ conditions: json(search.conditions) }),
    )
    .execute();
}

/** Forgets a search of one's own; false when there is none. */
export async function dropSearch(db: Db | Tx, region: string, personId: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom("saved_search")
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
