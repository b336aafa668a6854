import { type Insertable, sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";
import type { Publication } from "../schema.gen.ts";

/** Puts a released answer before the public; a corrected one takes the place of the first. */
export async function publish(tx: Tx, row: Insertable<Publication>): Promise<void> {
  await tx
    .insertInto("publication")
    .values(row)
    .onConflict((oc) =>
      oc.columns(["region_id", "case_id", "matter_id"]).doUpdateSet({
        title: row.title,
        question: row.question,
        answer: row.answer,
        search_text: row.search_text,
        taken_down_at: null,
      }),
    )
    .execute();
}

/** Takes an answer from list, search and page at once. */
export async function takeDown(tx: Tx, region: string, caseId: string, matterId: string, at: Instant): Promise<void> {
  await tx
    .updateTable("publication")
    .set({ taken_down_at: at })
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("matter_id", "=", matterId)
    .execute();
}

export interface PublicationFilter {
  /** Already made searchable; two characters at least, or empty. */
  readonly words: string;
  readonly orgId: string | null;
  /** `YYYY-MM`. */
  readonly month: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** Published answers, newest first, and how many there are in all. */
export async function publications(db: Db, region: string, filter: PublicationFilter) {
  return db
    .selectFrom("publication")
    .select(["id", "title", "question", "answer", "org_id", "days_used", "answered_on"])
    .select((eb) => eb.fn.countAll<number>().over().as("total"))
    .where("region_id", "=", region)
    .where("taken_down_at", "is", null)
    .$if(filter.words !== "", (qb) => qb.where(hasWords("search_text", filter.words)))
    .$if(filter.orgId !== null, (qb) => qb.where("org_id", "=", filter.orgId as string))
    .$if(filter.month !== null, (qb) => qb.where(sql<boolean>`to_char(answered_on, 'YYYY-MM') = ${filter.month}`))
    .orderBy("answered_on", "desc")
    .orderBy("id", "desc")
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
}

/** Published answers that hold at least one of the words (each already searchable), newest first. */
export async function publicationsWithAny(db: Db, region: string, words: readonly string[], limit: number) {
  if (words.length === 0) return [];
  return db
    .selectFrom("publication")
    .select(["id", "title", "question", "answer", "org_id", "answered_on"])
    .where("region_id", "=", region)
    .where("taken_down_at", "is", null)
    .where((eb) => eb.or(words.map((word) => hasWords("search_text", word))))
    .orderBy("answered_on", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** Every answer that stands before the public, with its words, in the order of its case. */
export async function standingPublications(db: Db, region: string) {
  return db
    .selectFrom("publication")
    .select(["case_id", "matter_id", "title", "question", "answer"])
    .where("region_id", "=", region)
    .where("taken_down_at", "is", null)
    .orderBy("case_id")
    .orderBy("matter_id")
    .execute();
}

/** The units and months of which there are published answers; months newest first. */
export async function publicationChoices(db: Db, region: string) {
  const standing = db.selectFrom("publication").where("region_id", "=", region).where("taken_down_at", "is", null);
  const units = await standing.select("org_id").distinct().execute();
  const month = sql<string>`to_char(answered_on, 'YYYY-MM')`;
  const months = await standing.select(month.as("month")).distinct().orderBy("month", "desc").execute();
  return { orgs: units.map((row) => row.org_id), months: months.map((row) => row.month) };
}

/** One published answer, taken down or not; null when there never was one. */
export async function publicationById(db: Db, region: string, id: string) {
  const row = await db
    .selectFrom("publication")
    .selectAll()
    .where("region_id", "=", region)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** Rows whose text holds the words: found by pairs of characters, then checked to the letter. */
export function hasWords(column: string, words: string) {
  const like = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return sql<boolean>`bigrams(${sql.ref(column)}) @> bigrams(${words}) and ${sql.ref(column)} like ${like}`;
}
