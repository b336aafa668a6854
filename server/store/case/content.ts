import { stateForm } from "../../../domain/case/stored/state-form.ts";
import type { Db, Tx } from "../db.ts";
import { keptRow, sealFor } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";
import { openWords, type WordSeal } from "../words/sealed-words.ts";

/** The words of a case. */
export interface Words {
  readonly content: string;
  readonly claim: string | null;
  /** The title as it was typed, where lists show another. */
  readonly title_given: string | null;
  /** Of a sealed case the title that lists would show if they showed its words; null for others. */
  readonly title: string | null;
}

/** The words as they came in, those of a sealed case opened; null once they have been erased. */
export async function readContent(db: Db | Tx, seal: WordSeal, region: string, caseId: string): Promise<Words | null> {
  const row = await db
    .selectFrom("case_content")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "case_content.region_id").onRef("case.id", "=", "case_content.case_id"),
    )
    .select(["case_content.content", "case_content.claim", "case_content.sealed", "case.title_given"])
    .where("case_content.region_id", "=", region)
    .where("case_content.case_id", "=", caseId)
    .executeTakeFirst();
  if (!row) return null;
  const { sealed, ...plain } = row;
  if (!sealed) return { ...plain, title: null };
  const { content, claim, title, titleGiven } = openWords(seal, sealed);
  return { content, claim, title, title_given: titleGiven ?? title };
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
  /** As it was typed, where the title that lists show is barred in places. */
  readonly titleGiven: string | null;
  readonly areaId: string | null;
  readonly place: string | null;
  /** The same of a sealed case, sealed; `place` is null then. */
  readonly placeSealed: Buffer | null;
  readonly content: string;
  readonly claim: string | null;
  /** The same and the titles of a sealed case, sealed; `content` is empty then. */
  readonly sealed: Buffer | null;
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
      title_given: fresh.titleGiven,
      area_id: fresh.areaId,
      place: fresh.place,
      words_sealed: fresh.placeSealed,
      urgent: fresh.urgent,
      state: JSON.stringify(fresh.state),
      state_form: stateForm,
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
    .values({
      region_id: region,
      case_id: fresh.id,
      content: fresh.content,
      claim: fresh.claim,
      sealed: fresh.sealed,
    })
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

/** Corrects where it happened; of a sealed case it is sealed. */
export async function setPlace(tx: Tx, seal: RowSeal, region: string, caseId: string, place: string | null) {
  const row = keptRow(await sealFor(tx, seal, region, [caseId]), "case", { place });
  await tx.updateTable("case").set(row).where("region_id", "=", region).where("id", "=", caseId).execute();
}

/** Corrects a fact of the case row that the engine does not decide on. */
export async function setCaseFields(
  tx: Tx,
  region: string,
  caseId: string,
  fields: Readonly<{
    title?: string;
    title_given?: string | null;
    area_id?: string | null;
    category?: string | null;
    urgent?: boolean;
  }>,
): Promise<void> {
  await tx.updateTable("case").set(fields).where("region_id", "=", region).where("id", "=", caseId).execute();
}
