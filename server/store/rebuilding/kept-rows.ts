import { type Selectable, sql } from "kysely";
import type { Tx } from "../db.ts";
import type { Breach, Case, CaseContent, CaseSight, Duty, Leg } from "../schema.gen.ts";

/** Everything that is kept of a case beside its events, as it lies there. */
export interface KeptRows {
  readonly row: Selectable<Case>;
  readonly legs: readonly Selectable<Leg>[];
  readonly duties: readonly Selectable<Duty>[];
  readonly sight: readonly Selectable<CaseSight>[];
  readonly breaches: readonly Selectable<Breach>[];
  readonly searchText: string | null;
  /** The words that a case is found by; null once they are erased. */
  readonly content: Pick<Selectable<CaseContent>, "content" | "sealed"> | null;
}

/** Takes a case to make it anew: nobody else writes it until the transaction ends. Null when there is none. */
export async function takeRows(tx: Tx, region: string, id: string): Promise<KeptRows | null> {
  const row = await tx
    .selectFrom("case")
    .selectAll()
    .where("region_id", "=", region)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const search = await tx
    .selectFrom("case_search")
    .select("search_text")
    .where("region_id", "=", region)
    .where("case_id", "=", id)
    .executeTakeFirst();
  const content = await tx
    .selectFrom("case_content")
    .select(["content", "sealed"])
    .where("region_id", "=", region)
    .where("case_id", "=", id)
    .executeTakeFirst();
  const own = sql<boolean>`region_id = ${region} and case_id = ${id}`;
  return {
    row,
    legs: await tx.selectFrom("leg").selectAll().where(own).execute(),
    duties: await tx.selectFrom("duty").selectAll().where(own).execute(),
    sight: await tx.selectFrom("case_sight").selectAll().where(own).execute(),
    breaches: await tx.selectFrom("breach").selectAll().where(own).execute(),
    searchText: search?.search_text ?? null,
    content: content ?? null,
  };
}
