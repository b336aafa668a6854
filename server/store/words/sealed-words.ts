import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../db.ts";

/** Seals the words of cases and opens them again. */
export interface WordSeal {
  seal(purpose: "words", text: string): Buffer;
  open(purpose: "words", sealed: Buffer): string;
}

/** What a petitioner wrote, as one sealed value. */
export interface WholeWords {
  readonly content: string;
  readonly claim: string | null;
  /** The title that lists would show, and the one that was typed where it is another. */
  readonly title: string;
  readonly titleGiven: string | null;
}

export function openWords(seal: WordSeal, sealed: Buffer): WholeWords {
  return JSON.parse(seal.open("words", sealed)) as WholeWords;
}

export function closeWords(seal: WordSeal, words: WholeWords): Buffer {
  return seal.seal("words", JSON.stringify(words));
}

/** The words of a case as they lie there; null once they are erased. */
export async function storedWords(tx: Tx, region: string, caseId: string) {
  const row = await tx
    .selectFrom("case_content")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "case_content.region_id").onRef("case.id", "=", "case_content.case_id"),
    )
    .select(["case_content.content", "case_content.claim", "case_content.sealed", "case.title", "case.title_given"])
    .select(["case.number", "case.place", "case.source_id", "case.words_sealed"])
    .where("case_content.region_id", "=", region)
    .where("case_content.case_id", "=", caseId)
    .executeTakeFirst();
  return row ?? null;
}

/** Puts sealed words in the place of what lies there, and of the title. */
export async function putSealed(
  tx: Tx,
  region: string,
  caseId: string,
  { was, fresh, title }: { readonly was: Buffer | null; readonly fresh: Buffer; readonly title: string },
): Promise<void> {
  await call(tx, sql`sealed_words(${region}, ${caseId}::uuid, ${was}::bytea, ${fresh}::bytea)`);
  await tx
    .updateTable("case")
    .set({ title, title_given: null })
    .where("region_id", "=", region)
    .where("id", "=", caseId)
    .execute();
}

/** Gives a case its words and its title back, and what it is found by. */
export async function putOpened(
  tx: Tx,
  region: string,
  caseId: string,
  { content, claim, title, titleGiven }: WholeWords,
  searchText: string,
): Promise<void> {
  await call(tx, sql`opened_words(${region}, ${caseId}::uuid, ${content}, ${claim}::text)`);
  await tx
    .updateTable("case")
    .set({ title, title_given: titleGiven })
    .where("region_id", "=", region)
    .where("id", "=", caseId)
    .execute();
  await tx
    .insertInto("case_search")
    .values({ region_id: region, case_id: caseId, search_text: searchText })
    .onConflict((oc) => oc.columns(["region_id", "case_id"]).doUpdateSet({ search_text: searchText }))
    .execute();
}

/** Calls a function that gives the row back which it has written, so that the transaction vouches for it. */
async function call(tx: Tx, written: RawBuilder<unknown>): Promise<void> {
  await sql`select * from ${written} /* rewrites case_content */`.execute(tx);
}

/** Cases that are in no index, so sealed ones, whose words are plain: from before words were sealed. */
export async function plainWordsOfSealed(db: Db, region: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select w.case_id::text as id from case_content w
    where w.region_id = ${region} and w.sealed is null
      and not exists (select from case_search s where s.region_id = w.region_id and s.case_id = w.case_id)
    order by 1`.execute(db);
  return rows.map(({ id }) => id);
}
