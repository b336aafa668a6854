import { type RawBuilder, sql } from "kysely";
import type { OrgId, Post } from "../../../domain/office/org.ts";
import type { Db, Tx } from "../db.ts";

/** Who asks: lists hold only what this organisation and these posts may read. */
export interface Reader {
  readonly region: string;
  readonly orgId: string;
  readonly posts: readonly Post[];
}

/** The reader may read the case of this column: its steps and times at least, or its words as well. */
export function inSight(
  { region, orgId, posts }: Reader,
  caseId: string,
  sees: "all" | "timings" = "timings",
): RawBuilder<boolean> {
  const words = sees === "all" ? sql`and s.sees = 'all'` : sql``;
  return sql<boolean>`exists (select 1 from case_sight s where s.region_id = ${region}
    and s.case_id = ${sql.ref(caseId)} and s.org_id = ${orgId} and s.post = any(${posts}::text[]) ${words})`;
}

/** Nobody in this post may read the case of this column. */
export function hiddenFromPost(region: string, post: Post, caseId: string): RawBuilder<boolean> {
  return sql<boolean>`not exists (select 1 from case_sight s where s.region_id = ${region}
    and s.case_id = ${sql.ref(caseId)} and s.post = ${post})`;
}

/** Whom figures are for, and the refusals of which only some may know, as `pack/ground`. */
export interface Told {
  readonly reader: Reader;
  readonly sealedGrounds: readonly string[];
}

/** A case that everybody at work may know to exist; `c` is its table. What goes out to many bodies speaks of no other. */
export function unsealed({ sealedGrounds }: Pick<Told, "sealedGrounds">): RawBuilder<boolean> {
  return sql<boolean>`(c.subject = 'ordinary' and c.accused_org is null
    and coalesce(c.pack_id || '/' || c.ground <> all(${sealedGrounds}::text[]), true))`;
}

/**
 * The case of this column counts for whom the figures are for: any that everybody may know to exist, and of the sealed
 * ones those that the reader may read. So the body complained of cannot find a report out by counting.
 */
export function countsFor(told: Told, caseId: string): RawBuilder<boolean> {
  return sql<boolean>`(${inSight(told.reader, caseId)} or exists (select 1 from "case" c
    where c.region_id = ${told.reader.region} and c.id = ${sql.ref(caseId)} and ${unsealed(told)}))`;
}

/** Words about the case of this column may be read: the case is no sealed one, or the reader reads it in full. */
export function wordsFor(told: Told, caseId: string): RawBuilder<boolean> {
  return sql<boolean>`(${inSight(told.reader, caseId, "all")} or exists (select 1 from "case" c
    where c.region_id = ${told.reader.region} and c.id = ${sql.ref(caseId)} and ${unsealed(told)}))`;
}

/** Whether somebody in this organisation with these posts may read the case at all. */
export async function maySee(
  db: Db | Tx,
  region: string,
  caseId: string,
  reader: { readonly orgId: OrgId; readonly posts: readonly Post[] },
): Promise<boolean> {
  const row = await db
    .selectFrom("case_sight")
    .select("case_id")
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("org_id", "=", reader.orgId)
    .where("post", "in", reader.posts)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
