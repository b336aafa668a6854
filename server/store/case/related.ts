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

/** Cases with the same words whose words the reader may read, but for the one given; newest first. */
export async function similarCases(db: Db, reader: Reader, id: string, words: readonly string[], limit: number) {
  if (words.length === 0) return [];
  const hit = (word: string) => sql<boolean>`bigrams(case_search.search_text) @> bigrams(${word})`;
  const rows = await db
    .selectFrom("case")
    .innerJoin("case_search", (join) =>
      join.onRef("case_search.region_id", "=", "case.region_id").onRef("case_search.case_id", "=", "case.id"),
    )
    .select("case.id")
    .select(
      sql<number>`${sql.join(
        words.map((word) => sql`(${hit(word)})::int`),
        sql` + `,
      )}`.as("score"),
    )
    .where("case.region_id", "=", reader.region)
    .where("case.id", "!=", id)
    .where(sql<boolean>`(${sql.join(words.map(hit), sql` or `)})`)
    .where(inSight(reader, "case.id", "all"))
    .orderBy("score", "desc")
    .orderBy("case.received_at", "desc")
    .limit(limit)
    .execute();
  return rows.filter((row) => row.score >= Math.min(2, words.length)).map((row) => row.id);
}
