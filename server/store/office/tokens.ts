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
    .select(["person.id as person_id", "person.name", "api_token.org_id"])
    .where("api_token.region_id", "=", region)
    .where("api_token.token_hash", "=", tokenHash)
    .where("api_token.revoked_at", "is", null)
    .where("api_token.expires_at", ">", now)
    .where("person.active", "=", true)
    .executeTakeFirst();
  if (!row) return null;
  return {
    accountId: null,
    personId: row.person_id,
    name: row.name,
    orgId: row.org_id,
    hasSecondFactor: true,
    mustChange: false,
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
  },
): Promise<void> {
  await tx.insertInto("api_token").values(row).execute();
}

export async function tokens(db: Db, region: string) {
  return db
    .selectFrom("api_token")
    .select(["id", "name", "person_id", "org_id", "created_at", "expires_at", "revoked_at"])
    .where("region_id", "=", region)
    .orderBy("created_at", "desc")
    .execute();
}

export async function revokeToken(tx: Tx, region: string, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("api_token")
    .set({ revoked_at: at })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
