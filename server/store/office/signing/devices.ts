import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../../db.ts";

/** Where an account has been signed in to before: from this browser, from this address, or from neither. */
export async function knownFrom(
  db: Db | Tx,
  region: string,
  accountId: string,
  from: { readonly mark: Buffer | null; readonly address: string },
  since: Instant,
): Promise<"browser" | "address" | null> {
  const rows = await db
    .selectFrom("known_device")
    .select(["mark_hash", "address"])
    .where("region_id", "=", region)
    .where("account_id", "=", accountId)
    .where("last_at", ">", since)
    .execute();
  if (from.mark && rows.some((row) => row.mark_hash.equals(from.mark as Buffer))) return "browser";
  return rows.some((row) => row.address === from.address) ? "address" : null;
}

/** Remembers a browser and its address after a sign-in that succeeded. */
export async function knowDevice(
  tx: Tx,
  region: string,
  accountId: string,
  from: { readonly mark: Buffer; readonly address: string },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("known_device")
    .values({
      region_id: region,
      account_id: accountId,
      mark_hash: from.mark,
      address: from.address,
      first_at: now,
      last_at: now,
    })
    .onConflict((oc) =>
      oc.columns(["region_id", "account_id", "mark_hash"]).doUpdateSet({ address: from.address, last_at: now }),
    )
    .execute();
}

/** Knows no browser and no address of an account any more. */
export async function forgetDevices(tx: Tx, region: string, accountId: string): Promise<void> {
  await tx.deleteFrom("known_device").where("region_id", "=", region).where("account_id", "=", accountId).execute();
}

/** Forgets browsers that nobody has signed in from for long. */
export async function forgetOldDevices(tx: Tx, until: Instant): Promise<void> {
  await tx.deleteFrom("known_device").where("last_at", "<", until).execute();
}
