import type { TellingKind, TellingWay } from "../../../domain/telling/staff.ts";
import type { Db, Tx } from "../db.ts";

/** By which ways each of these persons wants to hear of what; nothing stands for kinds that they left as usual. */
export async function wishesOf(db: Db | Tx, region: string, people: readonly string[]) {
  const wishes = new Map<string, Map<TellingKind, readonly TellingWay[]>>();
  if (people.length === 0) return wishes;
  const rows = await db
    .selectFrom("telling_wish")
    .select(["person_id", "kind", "ways"])
    .where("region_id", "=", region)
    .where("person_id", "in", people)
    .execute();
  for (const { person_id: person, kind, ways } of rows) {
    const own = wishes.get(person) ?? new Map<TellingKind, readonly TellingWay[]>();
    wishes.set(person, own.set(kind as TellingKind, ways as readonly TellingWay[]));
  }
  return wishes;
}

/** Keeps by which ways a person wants to hear of a kind. */
export async function keepWish(
  tx: Tx,
  region: string,
  personId: string,
  { kind, ways }: { readonly kind: TellingKind; readonly ways: readonly TellingWay[] },
): Promise<void> {
  await tx
    .insertInto("telling_wish")
    .values({ region_id: region, person_id: personId, kind, ways: [...ways] })
    .onConflict((oc) => oc.columns(["region_id", "person_id", "kind"]).doUpdateSet({ ways: [...ways] }))
    .execute();
}

/** Where a person is reached: their own telephone and mail; null for nobody. */
export async function reachOf(db: Db | Tx, region: string, personId: string) {
  const row = await db
    .selectFrom("person")
    .select(["phone", "email", "active"])
    .where("region_id", "=", region)
    .where("id", "=", personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes anew where a person is reached. */
export async function keepReach(
  tx: Tx,
  region: string,
  personId: string,
  reach: { readonly phone: string | null; readonly email: string | null },
): Promise<void> {
  await tx.updateTable("person").set(reach).where("region_id", "=", region).where("id", "=", personId).execute();
}
