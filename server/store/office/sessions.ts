import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Via } from "../../../domain/case/case.ts";
import type { Db, Tx } from "../db.ts";

/** Who is behind a session or a token. */
export interface Bearer {
  readonly accountId: string | null;
  readonly personId: string;
  readonly name: string;
  readonly orgId: string | null;
  readonly hasSecondFactor: boolean;
  readonly mustChange: boolean;
  /** The token that somebody works through, and who brought it about; nothing for a session. */
  readonly via?: Via;
}

export async function addSession(
  tx: Tx,
  region: string,
  session: {
    readonly tokenHash: Buffer;
    readonly accountId: string;
    readonly orgId: string | null;
    readonly from: { readonly address: string; readonly device: string };
  },
  now: Instant,
): Promise<void> {
  await tx
    .insertInto("session")
    .values({
      region_id: region,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      org_id: session.orgId,
      created_at: now,
      last_used_at: now,
      address: session.from.address,
      device: session.from.device,
    })
    .execute();
}

/** The bearer of a session that has neither idled out nor grown too old; touches it at most once a minute. */
export async function useSession(
  db: Db,
  region: string,
  tokenHash: Buffer,
  alive: Alive,
  now: Instant,
): Promise<Bearer | null> {
  const row = await db
    .selectFrom("session")
    .innerJoin("account", (join) =>
      join.onRef("account.region_id", "=", "session.region_id").onRef("account.id", "=", "session.account_id"),
    )
    .innerJoin("person", (join) =>
      join.onRef("person.region_id", "=", "account.region_id").onRef("person.id", "=", "account.person_id"),
    )
    .select([
      "account.id as account_id",
      "person.id as person_id",
      "person.name",
      "session.org_id",
      "session.last_used_at",
      "account.totp_sealed",
      "account.must_change",
    ])
    .where("session.region_id", "=", region)
    .where("session.token_hash", "=", tokenHash)
    .where("session.last_used_at", ">", alive.usedSince)
    .where("session.created_at", ">", alive.openedSince)
    .where("account.disabled_at", "is", null)
    .where("person.active", "=", true)
    .executeTakeFirst();
  if (!row) return null;
  if (Date.parse(now) - Date.parse(row.last_used_at) > 60_000) {
    await db
      .updateTable("session")
      .set({ last_used_at: now })
      .where("region_id", "=", region)
      .where("token_hash", "=", tokenHash)
      .execute();
  }
  return {
    accountId: row.account_id,
    personId: row.person_id,
    name: row.name,
    orgId: row.org_id,
    hasSecondFactor: row.totp_sealed !== null,
    mustChange: row.must_change,
  };
}

/** Deletes sessions that have idled out or grown too old. */
export async function deleteEndedSessions(
  db: Db,
  alive: { readonly usedSince: Instant; readonly openedSince: Instant },
): Promise<void> {
  await db
    .deleteFrom("session")
    .where((eb) => eb.or([eb("last_used_at", "<=", alive.usedSince), eb("created_at", "<=", alive.openedSince)]))
    .execute();
}

/** Chooses the organisation to work in. */
export async function setSessionOrg(db: Db | Tx, region: string, tokenHash: Buffer, orgId: string): Promise<void> {
  await db
    .updateTable("session")
    .set({ org_id: orgId })
    .where("region_id", "=", region)
    .where("token_hash", "=", tokenHash)
    .execute();
}

export async function endSession(db: Db | Tx, region: string, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom("session").where("region_id", "=", region).where("token_hash", "=", tokenHash).execute();
}

/** Ends the sessions of an account, but for one. */
export async function endOtherSessions(tx: Tx, region: string, accountId: string, keep: Buffer): Promise<void> {
  await tx
    .deleteFrom("session")
    .where("region_id", "=", region)
    .where("account_id", "=", accountId)
    .where("token_hash", "!=", keep)
    .execute();
}

/** When a session still lives: used since, and opened since. */
export interface Alive {
  readonly usedSince: Instant;
  readonly openedSince: Instant;
}

/** The sessions of a person that still live, the newest first. */
export async function sessionsOf(db: Db, region: string, personId: string, alive: Alive) {
  return db
    .selectFrom("session")
    .innerJoin("account", (join) =>
      join.onRef("account.region_id", "=", "session.region_id").onRef("account.id", "=", "session.account_id"),
    )
    .select(["session.id", "session.token_hash", "session.org_id", "session.created_at", "session.last_used_at"])
    .select(["session.address", "session.device"])
    .where("session.region_id", "=", region)
    .where("account.person_id", "=", personId)
    .where("session.last_used_at", ">", alive.usedSince)
    .where("session.created_at", ">", alive.openedSince)
    .orderBy("session.created_at", "desc")
    .execute();
}

/** Whether a session is still there. */
export async function sessionStands(tx: Tx, region: string, tokenHash: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom("session")
    .select("id")
    .where("region_id", "=", region)
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends one session of a person; false when it is not there, or not theirs. */
export async function endSessionOf(tx: Tx, region: string, personId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom("session")
    .where("region_id", "=", region)
    .where("id", "=", id)
    .where("account_id", "in", (eb) =>
      eb.selectFrom("account").select("id").where("region_id", "=", region).where("person_id", "=", personId),
    )
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
