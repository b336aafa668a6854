import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { type Db, json, type Tx } from "../db.ts";
import { keptRow, openedRows, sealFor } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";

/** Where a draft of the portal is kept: under the hash of its own mark, found again by the hash of the browser's. */
export interface DraftPlace {
  readonly region: string;
  readonly token: Buffer;
  readonly visit: Buffer;
}

/** Keeps what a citizen has typed so far, sealed, for a day; gives whether this draft was not there before. */
export async function savePortalDraft(
  db: Db | Tx,
  { region, token, visit }: DraftPlace,
  sealed: Buffer,
  until: Instant,
): Promise<boolean> {
  const row = await db
    .insertInto("portal_draft")
    .values({ region_id: region, token_hash: token, visit_hash: visit, sealed, expires_at: until })
    .onConflict((oc) => oc.columns(["region_id", "token_hash"]).doUpdateSet({ sealed, expires_at: until }))
    .returning(sql<boolean>`xmax = 0`.as("fresh"))
    .executeTakeFirstOrThrow();
  return row.fresh;
}

/** The drafts of one browser, sealed, the last one first. */
export async function draftsOfVisit(db: Db, region: string, visit: Buffer, now: Instant): Promise<readonly Buffer[]> {
  const rows = await db
    .selectFrom("portal_draft")
    .select("sealed")
    .where("region_id", "=", region)
    .where("visit_hash", "=", visit)
    .where("expires_at", ">", now)
    .orderBy("expires_at", "desc")
    .limit(20)
    .execute();
  return rows.map((row) => row.sealed);
}

export async function readPortalDraft(
  db: Db | Tx,
  region: string,
  token: Buffer,
  now: Instant,
): Promise<Buffer | null> {
  const row = await db
    .selectFrom("portal_draft")
    .select("sealed")
    .where("region_id", "=", region)
    .where("token_hash", "=", token)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.sealed ?? null;
}

/** Forgets a draft and the files that nobody claimed. */
export async function dropPortalDraft(tx: Tx, region: string, token: Buffer): Promise<void> {
  await tx.deleteFrom("portal_draft").where("region_id", "=", region).where("token_hash", "=", token).execute();
  await tx.deleteFrom("attachment").where("region_id", "=", region).where("draft_hash", "=", token).execute();
}

/** Forgets the drafts whose day is over. */
export async function dropExpiredDrafts(tx: Tx, now: Instant): Promise<void> {
  const over = await tx
    .deleteFrom("portal_draft")
    .where("expires_at", "<=", now)
    .returning(["region_id", "token_hash"])
    .execute();
  for (const { region_id, token_hash } of over) {
    await tx.deleteFrom("attachment").where("region_id", "=", region_id).where("draft_hash", "=", token_hash).execute();
  }
}

/** Keeps what a member of staff is writing, per person, case and act. */
export async function saveDeskDraft(
  db: Db | Tx,
  seal: RowSeal,
  place: { readonly region: string; readonly person: string; readonly caseId: string; readonly act: string },
  data: unknown,
  now: Instant,
): Promise<void> {
  const own = await sealFor(db, seal, place.region, [place.caseId]);
  const row = keptRow(own, "desk_draft", { data: json(data), saved_at: now });
  await db
    .insertInto("desk_draft")
    .values({ region_id: place.region, person_id: place.person, case_id: place.caseId, act: place.act, ...row })
    .onConflict((oc) => oc.columns(["region_id", "person_id", "case_id", "act"]).doUpdateSet(row))
    .execute();
}

export async function readDeskDrafts(db: Db | Tx, seal: RowSeal, region: string, person: string, caseId: string) {
  const rows = await db
    .selectFrom("desk_draft")
    .select(["act", "data", "saved_at", "words_sealed"])
    .where("region_id", "=", region)
    .where("person_id", "=", person)
    .where("case_id", "=", caseId)
    .execute();
  return openedRows(seal, "desk_draft", rows);
}

export async function dropDeskDraft(
  db: Db | Tx,
  place: { readonly region: string; readonly person: string; readonly caseId: string; readonly act: string },
): Promise<void> {
  await db
    .deleteFrom("desk_draft")
    .where("region_id", "=", place.region)
    .where("person_id", "=", place.person)
    .where("case_id", "=", place.caseId)
    .where("act", "=", place.act)
    .execute();
}
