import type { Insertable } from "kysely";
import type { Db, Tx } from "../db.ts";
import { inSight, type Reader } from "./sight.ts";
import type { Petitioner } from "../schema.gen.ts";

export type PetitionerRow = Omit<Insertable<Petitioner>, "region_id" | "case_id">;

/** Writes the petitioner of a case; a second write corrects the first. */
export async function writePetitioner(tx: Tx, region: string, caseId: string, row: PetitionerRow): Promise<void> {
  await tx
    .insertInto("petitioner")
    .values({ region_id: region, case_id: caseId, ...row })
    .onConflict((oc) => oc.columns(["region_id", "case_id"]).doUpdateSet(row))
    .execute();
}

/** The petitioner as stored: masked fields to show, the sealed whole to open. */
export async function readPetitioner(db: Db | Tx, region: string, caseId: string) {
  const row = await db
    .selectFrom("petitioner")
    .select(["kind", "name_masked", "phone_masked", "reply_by", "people", "sealed", "phone_lookup"])
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .executeTakeFirst();
  return row ?? null;
}

/** Cases of a number, newest first: of a reader those whose words they may read, of nobody in particular all. */
export async function casesOfPhone(
  db: Db | Tx,
  region: string,
  lookup: Buffer,
  { reader, limit }: { readonly reader: Reader | null; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("petitioner")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "petitioner.region_id").onRef("case.id", "=", "petitioner.case_id"),
    )
    .select("case.id")
    .where("petitioner.region_id", "=", region)
    .where("petitioner.phone_lookup", "=", lookup)
    .$if(reader !== null, (qb) => qb.where(inSight(reader as Reader, "case.id", "all")))
    .orderBy("case.received_at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** A page of the cases of a telephone number, newest first, and how many there are. */
export async function pageOfPhone(
  db: Db,
  region: string,
  lookup: Buffer,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const rows = await db
    .selectFrom("petitioner")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "petitioner.region_id").onRef("case.id", "=", "petitioner.case_id"),
    )
    .select("case.id")
    .select((eb) => eb.fn.countAll<number>().over().as("total"))
    .where("petitioner.region_id", "=", region)
    .where("petitioner.phone_lookup", "=", lookup)
    .orderBy("case.received_at", "desc")
    .orderBy("case.id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return { ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 };
}

/** Whether a case was brought in from this telephone number. */
export async function ownCaseOfPhone(db: Db, region: string, lookup: Buffer, caseId: string): Promise<boolean> {
  const row = await db
    .selectFrom("petitioner")
    .select("case_id")
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("phone_lookup", "=", lookup)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many people raised each of some cases, where it is more than one. */
export async function peopleOf(db: Db, region: string, cases: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (cases.length === 0) return new Map();
  const rows = await db
    .selectFrom("petitioner")
    .select(["case_id", "people"])
    .where("region_id", "=", region)
    .where("case_id", "in", cases)
    .where("people", ">", 1)
    .execute();
  return new Map(rows.map((row) => [row.case_id, row.people]));
}

/** Some petitioners that were written before people could be found by whom they are. */
export async function withoutLookups(db: Db, region: string, limit: number) {
  return db
    .selectFrom("petitioner")
    .select(["case_id", "sealed"])
    .where("region_id", "=", region)
    .where("lookups", "is", null)
    .orderBy("case_id")
    .limit(limit)
    .execute();
}

/** Writes under what a petitioner is found. */
export async function setLookups(db: Db, region: string, caseId: string, lookups: readonly Buffer[]): Promise<void> {
  await db
    .updateTable("petitioner")
    .set({ lookups: [...lookups] })
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("lookups", "is", null)
    .execute();
}
