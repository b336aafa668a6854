import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/** An account by its login; null when there is none. */
export async function accountByLogin(db: Db | Tx, region: string, login: string) {
  const row = await db
    .selectFrom("account")
    .innerJoin("person", (join) =>
      join.onRef("person.region_id", "=", "account.region_id").onRef("person.id", "=", "account.person_id"),
    )
    .selectAll("account")
    .select(["person.name", "person.active"])
    .where("account.region_id", "=", region)
    .where("account.login", "=", login)
    .executeTakeFirst();
  return row ?? null;
}

/** Counts a miss and locks the account with the last one allowed; gives how many are left. Two at once count as two. */
export async function countMiss(
  db: Db | Tx,
  region: string,
  id: string,
  allowed: number,
  lockUntil: Instant,
): Promise<number> {
  const last = sql<boolean>`failed_attempts + 1 >= ${allowed}`;
  const row = await db
    .updateTable("account")
    .set({
      failed_attempts: sql<number>`case when ${last} then 0 else failed_attempts + 1 end`,
      locked_until: sql<Instant | null>`case when ${last} then ${lockUntil}::timestamptz else locked_until end`,
    })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .returning("failed_attempts")
    .executeTakeFirstOrThrow();
  return row.failed_attempts === 0 ? 0 : allowed - row.failed_attempts;
}

/** When the last miss allowed for a name without an account was made, after `since`; null while there are some left. */
export async function strangerLockedAt(db: Db | Tx, region: string, who: Buffer, allowed: number, since: Instant) {
  const row = await db
    .selectFrom("code_attempt")
    .select("window_start")
    .where("region_id", "=", region)
    .where("who", "=", who)
    .where("misses", ">=", allowed)
    .where("window_start", ">", since)
    .executeTakeFirst();
  return row?.window_start ?? null;
}

/** Counts a miss for a name that has no account as if it had one, so that nobody learns which names exist. */
export async function countStrangerMiss(
  db: Db | Tx,
  region: string,
  who: Buffer,
  allowed: number,
  now: Instant,
): Promise<number> {
  const row = await db
    .insertInto("code_attempt")
    .values({ region_id: region, who, window_start: now, misses: 1 })
    .onConflict((oc) =>
      oc.columns(["region_id", "who"]).doUpdateSet({
        misses: sql<number>`case when code_attempt.misses >= ${allowed} then 1 else code_attempt.misses + 1 end`,
        window_start: now,
      }),
    )
    .returning("misses")
    .executeTakeFirstOrThrow();
  return allowed - row.misses;
}

/** Notes a sign-in that succeeded. */
export async function countSignIn(tx: Tx, region: string, id: string, at: Instant, from: string): Promise<void> {
  await tx
    .updateTable("account")
    .set({ failed_attempts: 0, locked_until: null, last_sign_in: at, last_sign_in_from: from })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

export async function setPassword(tx: Tx, region: string, id: string, hash: string): Promise<void> {
  await tx
    .updateTable("account")
    .set({ password_hash: hash, must_change: false })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Uses up the code of a half minute; false when it, or a later one, was used before. Of two at once one gets it. */
export async function useCodeStep(db: Db | Tx, region: string, id: string, step: number): Promise<boolean> {
  const result = await db
    .updateTable("account")
    .set({ totp_step: step })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .where((eb) => eb.or([eb("totp_step", "is", null), eb("totp_step", "<", step)]))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Binds a second factor, with the half minute of the code that proved it. */
export async function setSecondFactor(tx: Tx, region: string, id: string, sealed: Buffer, step: number): Promise<void> {
  await tx
    .updateTable("account")
    .set({ totp_sealed: sealed, totp_step: step })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Opens or closes an account; a closed one ends its sessions. */
export async function setDisabled(tx: Tx, region: string, personId: string, at: Instant | null): Promise<void> {
  const rows = await tx
    .updateTable("account")
    .set({ disabled_at: at })
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .returning("id")
    .execute();
  if (at === null) return;
  for (const { id } of rows) {
    await tx.deleteFrom("session").where("region_id", "=", region).where("account_id", "=", id).execute();
  }
}

export async function addAccount(
  tx: Tx,
  row: {
    readonly region_id: string;
    readonly id: string;
    readonly person_id: string;
    readonly login: string;
    readonly password_hash: string;
  },
): Promise<boolean> {
  const result = await tx
    .insertInto("account")
    .values(row)
    .onConflict((oc) => oc.columns(["region_id", "login"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
