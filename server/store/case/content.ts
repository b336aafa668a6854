import { sql } from "kysely";
import type { Db, Tx } from "../db.ts";

/** The words as they came in; null once they have been erased. */
export async function readContent(db: Db | Tx, region: string, caseId: string) {
  const row = await db
    .selectFrom("case_content")
    .select(["content", "claim"])
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .executeTakeFirst();
  return row ?? null;
}

/** The row that a new case starts from, and its words. */
export interface NewCase {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly packId: string;
  readonly subject: string;
  readonly receivedAt: string;
  readonly title: string;
  readonly areaId: string | null;
  readonly place: string | null;
  readonly content: string;
  readonly claim: string | null;
  /** Null for a case that must not be found by its words. */
  readonly searchText: string | null;
  readonly codeHash: Buffer | null;
  readonly source: string | null;
  readonly sourceId: string | null;
  readonly urgent: boolean;
  readonly state: unknown;
  readonly now: string;
}

/** Makes room for a case. False when its source has given it to us before: then nothing is written. */
export async function insertCase(tx: Tx, region: string, fresh: NewCase): Promise<boolean> {
  const result = await tx
    .insertInto("case")
    .values({
      region_id: region,
      id: fresh.id,
      number: fresh.number,
      version: 0,
      stage: "unfiled",
      track: null,
      subject: fresh.subject,
      channel: fresh.channel,
      pack_id: fresh.packId,
      received_at: fresh.receivedAt,
      title: fresh.title,
      area_id: fresh.areaId,
      place: fresh.place,
      urgent: fresh.urgent,
      state: JSON.stringify(fresh.state),
      code_hash: fresh.codeHash,
      source: fresh.source,
      source_id: fresh.sourceId,
      created_at: fresh.now,
      updated_at: fresh.now,
    })
    .onConflict((oc) => oc.columns(["region_id", "source", "source_id"]).doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows !== 1n) return false;
  await tx
    .insertInto("case_content")
    .values({ region_id: region, case_id: fresh.id, content: fresh.content, claim: fresh.claim })
    .execute();
  if (fresh.searchText === null) return true;
  await tx
    .insertInto("case_search")
    .values({ region_id: region, case_id: fresh.id, search_text: fresh.searchText })
    .execute();
  return true;
}

/** Rewrites the words that a case is found by; one that must not be found stays so. */
export async function setSearchText(tx: Tx, region: string, caseId: string, text: string): Promise<void> {
  await tx
    .updateTable("case_search")
    .set({ search_text: text })
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .execute();
}

/** Corrects a fact of the case row that the engine does not decide on. */
export async function setCaseFields(
  tx: Tx,
  region: string,
  caseId: string,
  fields: Readonly<{
    title?: string;
    area_id?: string | null;
    place?: string | null;
    category?: string | null;
    urgent?: boolean;
  }>,
): Promise<void> {
  await tx.updateTable("case").set(fields).where("region_id", "=", region).where("id", "=", caseId).execute();
}

/** Puts a case into the chain of an earlier one of the same person and matter; starts the chain where there is none. */
export async function linkChain(tx: Tx, region: string, caseId: string, previous: string): Promise<void> {
  await tx
    .updateTable("case")
    .set({ chain_id: sql<string>`coalesce(chain_id, id)` })
    .where("region_id", "=", region)
    .where("id", "=", previous)
    .execute();
  await tx
    .updateTable("case")
    .set((eb) => ({
      chain_id: eb
        .selectFrom("case as earlier")
        .select("earlier.chain_id")
        .where("earlier.region_id", "=", region)
        .where("earlier.id", "=", previous),
    }))
    .where("region_id", "=", region)
    .where("id", "=", caseId)
    .execute();
}

/** How often each unit answered in time within a chain, and the last case of it that was answered (FZ-8.5-2). */
export async function chainFacts(
  db: Db | Tx,
  region: string,
  chainId: string,
  exceptCase: string,
  rules: readonly string[],
) {
  const timely = await db
    .selectFrom("duty")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "duty.region_id").onRef("case.id", "=", "duty.case_id"),
    )
    .innerJoin("leg", (join) =>
      join
        .onRef("leg.region_id", "=", "duty.region_id")
        .onRef("leg.case_id", "=", "duty.case_id")
        .onRef("leg.leg_id", "=", "duty.leg_id"),
    )
    .select(["duty.owner_org"])
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("duty.region_id", "=", region)
    .where("case.chain_id", "=", chainId)
    .where("case.id", "!=", exceptCase)
    .where("duty.rule", "in", rules)
    .where("duty.state", "=", "met")
    .where("leg.stage", "=", "passed")
    .where("leg.overdue", "is", null)
    .groupBy("duty.owner_org")
    .execute();
  const last = await db
    .selectFrom("case")
    .select(["id"])
    .where("region_id", "=", region)
    .where("chain_id", "=", chainId)
    .where("id", "!=", exceptCase)
    .where("stage", "in", ["answering", "answered"])
    .orderBy("received_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    timelyReplies: Object.fromEntries(timely.map((row) => [row.owner_org ?? "", row.n])),
    lastReply: last?.id ?? null,
  };
}
