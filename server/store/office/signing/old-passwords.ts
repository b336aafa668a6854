import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../../db.ts";

/** How many passwords back none may be used again, the present one included. */
const remembered = 5;

/** Hashes of the passwords before the present one, the newest first. */
export async function oldPasswords(db: Db | Tx, region: string, accountId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("old_password")
    .select("hash")
    .where("region_id", "=", region)
    .where("account_id", "=", accountId)
    .orderBy("ended_at", "desc")
    .limit(remembered - 1)
    .execute();
  return rows.map(({ hash }) => hash);
}

/**
 * Keeps the present password of an account as an old one, before another takes its place; forgets the oldest. With
 * `known`, false and nothing done when that is not the present one any more: it was changed or reset meanwhile.
 */
export async function retirePassword(
  tx: Tx,
  region: string,
  accountId: string,
  now: Instant,
  known: string | null = null,
): Promise<boolean> {
  const present = await tx
    .selectFrom("account")
    .select("password_hash")
    .where("region_id", "=", region)
    .where("id", "=", accountId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  if (known !== null && present.password_hash !== known) return false;
  await tx
    .insertInto("old_password")
    .values({ region_id: region, account_id: accountId, hash: present.password_hash, ended_at: now })
    .onConflict((oc) => oc.columns(["region_id", "account_id", "hash"]).doNothing())
    .execute();
  const kept = await oldPasswords(tx, region, accountId);
  await tx
    .deleteFrom("old_password")
    .where("region_id", "=", region)
    .where("account_id", "=", accountId)
    .where("hash", "not in", kept)
    .execute();
  return true;
}
