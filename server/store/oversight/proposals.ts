import { sql } from "kysely";
import type { Db, Tx } from "../db.ts";

/** Proposals before an efficiency office, newest first. */
export async function proposalsOf(db: Db | Tx, region: string, offices: readonly string[]) {
  if (offices.length === 0) return [];
  return db
    .selectFrom("proposal")
    .selectAll()
    .where("region_id", "=", region)
    .where("office_id", "in", offices)
    .orderBy("on_day", "desc")
    .orderBy("id", "desc")
    .limit(500)
    .execute();
}

export async function proposalById(db: Db | Tx, region: string, id: string) {
  const row = await db
    .selectFrom("proposal")
    .selectAll()
    .where("region_id", "=", region)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** Admonitions decided on in a year, by unit. */
export async function admonitionsByOrg(db: Db | Tx, region: string, year: number) {
  const rows = await db
    .selectFrom("proposal")
    .select("org_id")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("region_id", "=", region)
    .where("sanction", "=", "admonition")
    .where("state", "=", "decided")
    .where(sql<boolean>`extract(year from on_day) = ${year}`)
    .groupBy("org_id")
    .execute();
  return new Map(rows.map((row) => [row.org_id, row.n]));
}

export async function addCircular(
  tx: Tx,
  row: {
    readonly region_id: string;
    readonly id: string;
    readonly office_id: string;
    readonly period_from: string;
    readonly period_to: string;
    readonly body: unknown;
    readonly issued_at: string;
    readonly issued_by: string;
  },
): Promise<void> {
  await tx
    .insertInto("circular")
    .values({ ...row, kind: "period", body: JSON.stringify(row.body), created_at: row.issued_at })
    .execute();
}

/** Circulars of some offices, newest first. */
export async function circularsOf(db: Db | Tx, region: string, offices: readonly string[] | null) {
  return db
    .selectFrom("circular")
    .selectAll()
    .where("region_id", "=", region)
    .where("issued_at", "is not", null)
    .$if(offices !== null, (qb) => qb.where("office_id", "in", offices as string[]))
    .orderBy("issued_at", "desc")
    .limit(100)
    .execute();
}
