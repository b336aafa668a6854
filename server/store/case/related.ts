import { sql } from "kysely";
import type { Db, Tx } from "../db.ts";
import { inSight, type Reader } from "./sight.ts";
import { openedRow } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";
import { columns } from "../work/columns.ts";

/** How many cases of each chain the reader may see. */
export async function chainSizes(
  db: Db,
  reader: Reader,
  chains: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (chains.length === 0) return new Map();
  const rows = await db
    .selectFrom("case")
    .select("chain_id")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("case.region_id", "=", reader.region)
    .where("case.chain_id", "in", chains)
    .where(inSight(reader, "case.id"))
    .groupBy("chain_id")
    .execute();
  return new Map(rows.map((row) => [row.chain_id ?? "", row.n]));
}

/** The cases of a chain that the reader may see in full, oldest first. */
export async function casesOfChain(db: Db, reader: Reader, chainId: string) {
  return db
    .selectFrom("case")
    .select(["case.id", "case.number", "case.title", "case.stage"])
    .where("case.region_id", "=", reader.region)
    .where("case.chain_id", "=", chainId)
    .where(inSight(reader, "case.id", "all"))
    .orderBy("case.received_at")
    .execute();
}

/** The case row's facts that the engine does not know. */
export async function caseFacts(db: Db | Tx, seal: RowSeal, region: string, id: string) {
  const row = await db
    .selectFrom("case")
    .select([...columns, "case.category", "case.final_audit", "case.source", "case.source_id"])
    .where("case.region_id", "=", region)
    .where("case.id", "=", id)
    .executeTakeFirst();
  return row ? openedRow(seal, "case", row) : null;
}

/** Of how many cases with one of the words the closest are chosen. */
const looked = 300;

/** Cases with the same words whose words the reader may read, but for the one given; the closest of the newest first. */
export async function similarCases(db: Db, reader: Reader, id: string, words: readonly string[], limit: number) {
  if (words.length === 0) return [];
  const rows = await closest(db, reader, id, words, limit).execute();
  return rows.filter((row) => row.score >= Math.min(2, words.length)).map((row) => row.id);
}

/** The question behind it: how many of the words stand in each of the newest cases that have any. */
export function closest(db: Db, reader: Reader, id: string, words: readonly string[], limit: number) {
  const stands = (word: string) => sql`search_text like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`;
  const pairs = sql.join(
    words.map((word) => sql`bigrams(${word})`),
    sql` || `,
  );
  return (
    db
      // By itself, so that the index of pairs alone answers: made anew, the pairs of a long letter cost milliseconds.
      .with(
        (cte) => cte("hits").materialized(),
        (qb) =>
          qb
            .selectFrom("case_search")
            .select(["region_id", "case_id"])
            .where(sql<boolean>`bigrams(search_text) && (${pairs})`),
      )
      .with(
        (cte) => cte("found").materialized(),
        (qb) =>
          qb
            .selectFrom("case")
            .innerJoin("hits", (join) =>
              join.onRef("hits.region_id", "=", "case.region_id").onRef("hits.case_id", "=", "case.id"),
            )
            .select(["case.id", "case.received_at"])
            .where("case.region_id", "=", reader.region)
            .where("case.id", "!=", id)
            .where(inSight(reader, "case.id", "all"))
            .orderBy("case.received_at", "desc")
            .limit(looked),
      )
      .selectFrom("found")
      .innerJoin("case_search", (join) =>
        join.on("case_search.region_id", "=", reader.region).onRef("case_search.case_id", "=", "found.id"),
      )
      .select("found.id")
      .select(
        sql<number>`${sql.join(
          words.map((word) => sql`(${stands(word)})::int`),
          sql` + `,
        )}`.as("score"),
      )
      .orderBy("score", "desc")
      .orderBy("found.received_at", "desc")
      .limit(limit)
  );
}
