import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/** A check of a telephone that goes on; null when none was begun. */
export async function readPhoneCheck(db: Db | Tx, region: string, lookup: Buffer) {
  const row = await db
    .selectFrom("phone_check")
    .select(["code_hash", "message_sealed", "sent_at", "expires_at", "misses"])
    .where("region_id", "=", region)
    .where("phone_lookup", "=", lookup)
    .executeTakeFirst();
  return row ?? null;
}

/** Begins a check; one that went on for the number ends. */
export async function putPhoneCheck(
  tx: Tx,
  region: string,
  lookup: Buffer,
  check: { readonly hash: Buffer; readonly sealed: Buffer | null; readonly now: Instant; readonly until: Instant },
): Promise<void> {
  const row = {
    code_hash: check.hash,
    message_sealed: check.sealed,
    sent_at: check.now,
    expires_at: check.until,
    misses: 0,
  };
  await tx
    .insertInto("phone_check")
    .values({ region_id: region, phone_lookup: lookup, ...row })
    .onConflict((oc) => oc.columns(["region_id", "phone_lookup"]).doUpdateSet(row))
    .execute();
}

/** Takes one try of a check, in one statement; null when it is over or none is left. */
export async function takePhoneTry(db: Db | Tx, region: string, lookup: Buffer, allowed: number, now: Instant) {
  const row = await db
    .updateTable("phone_check")
    .set((eb) => ({ misses: eb("misses", "+", 1) }))
    .where("region_id", "=", region)
    .where("phone_lookup", "=", lookup)
    .where("misses", "<", allowed)
    .where("expires_at", ">", now)
    .returning(["code_hash", "misses"])
    .executeTakeFirst();
  return row ?? null;
}

/** The text has gone out: the code is kept no longer. */
export async function forgetPhoneMessage(db: Db | Tx, region: string, lookup: Buffer): Promise<void> {
  await db
    .updateTable("phone_check")
    .set({ message_sealed: null })
    .where("region_id", "=", region)
    .where("phone_lookup", "=", lookup)
    .execute();
}

/** Ends a check whose code was right, once: of two at a time only one is let in by it. */
export async function usePhoneCheck(db: Db | Tx, region: string, lookup: Buffer, hash: Buffer): Promise<boolean> {
  const result = await db
    .deleteFrom("phone_check")
    .where("region_id", "=", region)
    .where("phone_lookup", "=", lookup)
    .where("code_hash", "=", hash)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Forgets checks that are over. */
export async function forgetPhoneChecks(tx: Tx, until: Instant): Promise<void> {
  await tx.deleteFrom("phone_check").where("expires_at", "<", until).execute();
}
