import { sql } from "kysely";
import type { Db, Tx } from "../db.ts";

/** A request that came in from another system: which case it is here, and what it said then. */
export interface Imported {
  readonly number: string;
  /** SHA-256 of its words, in hexadecimal. */
  readonly contentHash: string;
  /** The answer that it came in with. */
  readonly answer: string | null;
}

/** Those of these numbers of another system that have been taken over. */
export async function importedBefore(
  db: Db,
  region: string,
  source: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Imported>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("case")
    .innerJoin("case_event", (join) =>
      join
        .onRef("case_event.region_id", "=", "case.region_id")
        .onRef("case_event.case_id", "=", "case.id")
        .on("case_event.type", "in", ["caseReceived", "caseImported"]),
    )
    .select([
      "case.source_id",
      "case.number",
      sql<string>`case_event.data->>'contentHash'`.as("content_hash"),
      sql<string | null>`case_event.data->>'answer'`.as("answer"),
    ])
    .where("case.region_id", "=", region)
    .where("source", "=", source)
    .where("source_id", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => [row.source_id ?? "", { number: row.number, contentHash: row.content_hash, answer: row.answer }]),
  );
}

/** Where a case was taken over from, and its number there. */
export async function sourceOf(
  db: Db | Tx,
  region: string,
  caseId: string,
): Promise<{ readonly source: string; readonly sourceId: string } | null> {
  const row = await db
    .selectFrom("case")
    .select(["source", "source_id"])
    .where("region_id", "=", region)
    .where("id", "=", caseId)
    .executeTakeFirst();
  return row?.source && row.source_id ? { source: row.source, sourceId: row.source_id } : null;
}
