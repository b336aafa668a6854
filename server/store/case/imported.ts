import type { Db, Tx } from "../db.ts";
import { type OfficeSeal, unveiled } from "../words/veil.ts";

/** A request that came in from another system: which case it is here, and what it said then. */
export interface Imported {
  readonly number: string;
  /** SHA-256 of its words, in hexadecimal. */
  readonly contentHash: string;
  /** The answer that it came in with. */
  readonly answer: string | null;
}

/** What the first event of a case says of its words. */
interface Said {
  readonly contentHash: string;
  readonly answer?: string | null;
}

/** Those of these numbers of another system that have been taken over. */
export async function importedBefore(
  db: Db,
  seal: OfficeSeal,
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
    .select(["case.source_id", "case.number", "case_event.data", "case_event.sealed"])
    .where("case.region_id", "=", region)
    .where("source", "=", source)
    .where("source_id", "in", ids)
    .execute();
  return new Map(
    rows.map(({ source_id: id, number, data, sealed }) => {
      const { contentHash, answer = null } = unveiled(seal, "event", { plain: data, sealed }) as Said;
      return [id ?? "", { number, contentHash, answer }];
    }),
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
