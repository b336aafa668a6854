import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/** Lets whoever holds the token rate one case until then. */
export async function putRatingLink(
  tx: Tx,
  region: string,
  link: { readonly hash: Buffer; readonly caseId: string; readonly until: Instant },
): Promise<void> {
  await tx
    .insertInto("rating_link")
    .values({ region_id: region, token_hash: link.hash, case_id: link.caseId, expires_at: link.until })
    .execute();
}

/** The case that a token rates, and until when; null for a token that was never given. */
export async function readRatingLink(db: Db | Tx, region: string, hash: Buffer) {
  const row = await db
    .selectFrom("rating_link")
    .select(["case_id", "expires_at"])
    .where("region_id", "=", region)
    .where("token_hash", "=", hash)
    .executeTakeFirst();
  return row ?? null;
}

/** Forgets links that have been over since then; until that day they still say that they are over. */
export async function forgetRatingLinks(tx: Tx, since: Instant): Promise<void> {
  await tx.deleteFrom("rating_link").where("expires_at", "<", since).execute();
}
