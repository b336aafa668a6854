import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/** The account of a person; null for who has none. */
export async function accountOfPerson(db: Db | Tx, region: string, personId: string) {
  const row = await db
    .selectFrom("account")
    .select(["id", "login"])
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row ?? null;
}

/** A password for one sign-in: it must be changed before anything else opens. */
export async function giveFirstPassword(tx: Tx, region: string, id: string, hash: string, at: Instant): Promise<void> {
  await tx
    .updateTable("account")
    .set({ password_hash: hash, must_change: true, password_since: at })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Takes the second factor off; where the region demands one, the next sign-in binds a new one. */
export async function dropSecondFactor(tx: Tx, region: string, id: string): Promise<void> {
  await tx
    .updateTable("account")
    .set({ totp_sealed: null, totp_step: null, totp_offered: null, totp_offered_at: null })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** Whoever uses the account now is signed out. */
export async function endSessions(tx: Tx, region: string, accountId: string): Promise<void> {
  await tx.deleteFrom("session").where("region_id", "=", region).where("account_id", "=", accountId).execute();
}

/** Writes a person's name and telephone anew; gives what they were before, null for nobody. */
export async function editPerson(
  tx: Tx,
  region: string,
  id: string,
  next: { readonly name: string; readonly phone: string | null },
): Promise<{ readonly name: string; readonly phone: string | null } | null> {
  const before = await tx
    .selectFrom("person")
    .select(["name", "phone"])
    .where("region_id", "=", region)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return null;
  await tx.updateTable("person").set(next).where("region_id", "=", region).where("id", "=", id).execute();
  return before;
}

/** What of the log of rights concerns a person's own account. */
const news = [
  "accountUnlocked",
  "passwordReset",
  "secondFactorReset",
  "personEdited",
  "postGiven",
  "tokenCreated",
  "tokenRevoked",
  "sessionEnded",
  "changeProposed",
] as const;

/** What others have done to a person's account and rights since then, oldest first. */
export async function accountNews(db: Db | Tx, region: string, personId: string, since: Instant) {
  const rows = await db
    .selectFrom("office_event")
    .select(["type", "at", "data", "actor"])
    .where("region_id", "=", region)
    .where("stream", "=", "rights")
    .where("type", "in", news)
    .where(sql<boolean>`coalesce(data ->> 'personId', data ->> 'id') = ${personId}`)
    .where(sql<boolean>`coalesce(actor ->> 'personId', '') <> ${personId}`)
    .where("at", ">", since)
    .orderBy("seq")
    .limit(20)
    .execute();
  return rows.map((row) => ({ ...row, data: row.data as Readonly<Record<string, unknown>> }));
}
