import { sql } from "kysely";
import { hasWords } from "../case/publication.ts";
import type { Db } from "../db.ts";

interface Similar {
  readonly word: string;
  readonly orgId: string;
  readonly since: string;
}

/** How many cases with a word came in since a day and were sent to somebody, and how many of them to this organisation. */
export async function handledSimilar(
  db: Db,
  region: string,
  { word, orgId, since }: Similar,
): Promise<{ readonly all: number; readonly here: number }> {
  const row = await db
    .selectFrom("case")
    .innerJoin("case_search", (join) =>
      join.onRef("case_search.region_id", "=", "case.region_id").onRef("case_search.case_id", "=", "case.id"),
    )
    .innerJoin("leg", (join) => join.onRef("leg.region_id", "=", "case.region_id").onRef("leg.case_id", "=", "case.id"))
    .select(sql<number>`count(distinct "case".id)::int`.as("all"))
    .select(
      sql<number>`(count(distinct "case".id) filter (where leg.org_id = ${orgId} and leg.stage <> 'recalled'))::int`.as(
        "here",
      ),
    )
    .where("case.region_id", "=", region)
    .where("case.received_at", ">=", since)
    .where(hasWords("case_search.search_text", word))
    .executeTakeFirst();
  return row ?? { all: 0, here: 0 };
}
