import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";
import { revokeTokensOf } from "./tokens.ts";

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

/** The account of a person with its secrets; null for who has none. */
export async function accountOf(db: Db | Tx, region: string, personId: string) {
  const row = await db
    .selectFrom("account")
    .selectAll()
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes a sign-in that succeeded; false when the password it rests on was changed, or the account closed, meanwhile. */
export async function countSignIn(
  tx: Tx,
  region: string,
  account: { readonly id: string; readonly password_hash: string },
  at: Instant,
  from: string,
): Promise<boolean> {
  const result = await tx
    .updateTable("account")
    .set({ last_sign_in: at, last_sign_in_from: from })
    .where("region_id", "=", region)
    .where("id", "=", account.id)
    .where("password_hash", "=", account.password_hash)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setPassword(tx: Tx, region: string, id: string, hash: string, at: Instant): Promise<void> {
  await tx
    .updateTable("account")
    .set({ password_hash: hash, must_change: false, password_since: at })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Begins to count how old a password is; with `old`, a new one is asked for before anything else opens. */
export async function countPassword(tx: Tx, region: string, id: string, at: Instant, old: boolean): Promise<void> {
  await tx
    .updateTable("account")
    .set({ password_since: at, ...(old ? { must_change: true } : {}) })
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

/** Keeps a second factor that the server has made, until a code proves that its owner holds it. */
export async function offerFactor(db: Db, region: string, id: string, sealed: Buffer, at: Instant): Promise<void> {
  await db
    .updateTable("account")
    .set({ totp_offered: sealed, totp_offered_at: at })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Binds the second factor that was offered, with the half minute of the code that proved it; false if it is another's turn. */
export async function bindOffered(tx: Tx, region: string, id: string, sealed: Buffer, step: number): Promise<boolean> {
  const result = await tx
    .updateTable("account")
    .set({ totp_sealed: sealed, totp_step: step, totp_offered: null, totp_offered_at: null })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .where("totp_offered", "=", sealed)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Opens or closes an account; a closed one ends its sessions and, for good, the tokens of the person. */
export async function setDisabled(tx: Tx, region: string, personId: string, at: Instant | null): Promise<void> {
  const rows = await tx
    .updateTable("account")
    .set({ disabled_at: at })
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .returning("id")
    .execute();
  if (at === null) return;
  await revokeTokensOf(tx, region, personId, at);
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
    /** The password was given by somebody else. */
    readonly must_change: boolean;
    readonly password_since: Instant;
  },
): Promise<boolean> {
  const result = await tx
    .insertInto("account")
    .values(row)
    .onConflict((oc) => oc.columns(["region_id", "login"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
