import { sql } from "kysely";
import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../../db.ts";

/** A counter of misses: what it is counted under, and how many are allowed. */
export interface Counter {
  readonly who: Buffer;
  /** The account that it belongs to, so that an unlock finds it; null where there is none. */
  readonly accountId: string | null;
  readonly allowed: number;
}

/**
 * Takes one try in a single statement, before the secret is looked at: of any number at once no more than the allowed
 * ones get past. A counter whose last try is older than `since` begins anew; one that is full stays as it is.
 */
export async function takeTry(db: Db | Tx, region: string, counter: Counter, now: Instant, since: Instant) {
  const { who, accountId, allowed } = counter;
  const old = sql<boolean>`sign_in_try.last_at <= ${since}::timestamptz`;
  const full = sql<boolean>`sign_in_try.misses >= ${allowed} and not (${old})`;
  return db
    .insertInto("sign_in_try")
    .values({ region_id: region, who, account_id: accountId, misses: 1, allowed, last_at: now })
    .onConflict((oc) =>
      oc.columns(["region_id", "who"]).doUpdateSet({
        misses: sql<number>`case when ${old} then 1 else sign_in_try.misses + 1 end`,
        last_at: sql<string>`case when ${full} then sign_in_try.last_at else excluded.last_at end`,
        account_id: accountId,
        allowed,
      }),
    )
    .returning(["misses", "last_at"])
    .executeTakeFirstOrThrow();
}

/** The secret was right: its counter begins anew. */
export async function clearTries(db: Db | Tx, region: string, who: Buffer): Promise<void> {
  await db.deleteFrom("sign_in_try").where("region_id", "=", region).where("who", "=", who).execute();
}

/** Gives one try back to a counter that others share. */
export async function giveTryBack(db: Db | Tx, region: string, who: Buffer): Promise<void> {
  await db
    .updateTable("sign_in_try")
    .set({ misses: sql<number>`greatest(misses - 1, 0)` })
    .where("region_id", "=", region)
    .where("who", "=", who)
    .execute();
}

/** Ends every wait of an account. */
export async function unlockAccount(db: Db | Tx, region: string, accountId: string): Promise<void> {
  await db.deleteFrom("sign_in_try").where("region_id", "=", region).where("account_id", "=", accountId).execute();
}

/** When accounts that wait somewhere were last tried, by account; those of before `since` wait no more. */
export async function lockedAccounts(db: Db, region: string, since: Instant): Promise<ReadonlyMap<string, Instant>> {
  const rows = await db
    .selectFrom("sign_in_try")
    .select((eb) => ["account_id", eb.fn.max("last_at").as("last_at")])
    .where("region_id", "=", region)
    .where("account_id", "is not", null)
    .whereRef("misses", ">=", "allowed")
    .where("last_at", ">", since)
    .groupBy("account_id")
    .execute();
  return new Map(rows.map((row) => [row.account_id ?? "", row.last_at as Instant]));
}

/** Forgets tries that no wait hangs on any more. */
export async function forgetTries(tx: Tx, until: Instant): Promise<void> {
  await tx.deleteFrom("sign_in_try").where("last_at", "<", until).execute();
}
