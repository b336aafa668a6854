import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";
import type { Bearer } from "./sessions.ts";

/** The bearer of a token for another system. */
export async function useToken(db: Db, region: string, tokenHash: Buffer, now: Instant): Promise<Bearer | null> {
  const row = await db
    .selectFrom("api_token")
    .innerJoin("person", (join) =>
      join.onRef("person.region_id", "=", "api_token.region_id").onRef("person.id", "=", "api_token.person_id"),
    )
    .select(["person.id as person_id", "person.name", "api_token.id", "api_token.name as label", "api_token.org_id"])
    .select(["api_token.proposed_by", "api_token.agreed_by", "api_token.last_used_at"])
    .where("api_token.region_id", "=", region)
    .where("api_token.token_hash", "=", tokenHash)
    .where("api_token.revoked_at", "is", null)
    .where("api_token.expires_at", ">", now)
    .where("person.active", "=", true)
    .executeTakeFirst();
  if (!row) return null;
  if (row.last_used_at === null || Date.parse(now) - Date.parse(row.last_used_at) > 60_000) {
    await db
      .updateTable("api_token")
      .set({ last_used_at: now })
      .where("region_id", "=", region)
      .where("id", "=", row.id)
      .execute();
  }
  return {
    accountId: null,
    personId: row.person_id,
    name: row.name,
    orgId: row.org_id,
    hasSecondFactor: true,
    mustChange: false,
    via: { token: row.id, name: row.label, by: [row.proposed_by, row.agreed_by].filter((id) => id !== null) },
  };
}

export async function addToken(
  tx: Tx,
  row: {
    readonly region_id: string;
    readonly id: string;
    readonly token_hash: Buffer;
    readonly name: string;
    readonly person_id: string;
    readonly org_id: string;
    readonly created_at: Instant;
    readonly expires_at: Instant;
    readonly proposed_by: string | null;
    readonly agreed_by: string | null;
  },
): Promise<void> {
  await tx.insertInto("api_token").values(row).execute();
}

/** All tokens of a region, or those of one person, the newest first. */
export async function tokens(db: Db, region: string, personId: string | null = null) {
  return db
    .selectFrom("api_token")
    .select(["id", "name", "person_id", "org_id", "created_at", "expires_at", "revoked_at", "last_used_at"])
    .where("region_id", "=", region)
    .$if(personId !== null, (query) => query.where("person_id", "=", personId ?? ""))
    .orderBy("created_at", "desc")
    .execute();
}

/** Ends a token, one person's own where they are named; gives whose it was, null when there was none to end. */
export async function revokeToken(tx: Tx, region: string, id: string, at: Instant, personId: string | null = null) {
  const row = await tx
    .updateTable("api_token")
    .set({ revoked_at: at })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .$if(personId !== null, (query) => query.where("person_id", "=", personId ?? ""))
    .returning(["person_id", "name"])
    .executeTakeFirst();
  return row ?? null;
}

/** Ends every token that works as a person, for good. */
export async function revokeTokensOf(tx: Tx, region: string, personId: string, at: Instant): Promise<void> {
  await tx
    .updateTable("api_token")
    .set({ revoked_at: at })
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .execute();
}
