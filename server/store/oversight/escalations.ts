import type { Insertable } from "kysely";
import type { Db, Tx } from "../db.ts";
import type { Escalation } from "../schema.gen.ts";

/** Writes an escalation with its cases. */
export async function addEscalation(tx: Tx, row: Insertable<Escalation>, cases: readonly string[]): Promise<void> {
  await tx.insertInto("escalation").values(row).execute();
  await tx
    .insertInto("escalation_case")
    .values(cases.map((id) => ({ region_id: row.region_id, escalation_id: row.id, case_id: id })))
    .execute();
}

/** Escalations that an organisation sent or was sent, newest first, with their cases. */
export async function escalationsOf(db: Db, region: string, orgId: string) {
  const rows = await db
    .selectFrom("escalation")
    .selectAll()
    .where("region_id", "=", region)
    .where((eb) => eb.or([eb("from_org", "=", orgId), eb("to_org", "=", orgId), eb("copy_org", "=", orgId)]))
    .orderBy("created_at", "desc")
    .limit(200)
    .execute();
  const cases =
    rows.length === 0
      ? []
      : await casesOf(
          db,
          region,
          rows.map((row) => row.id),
        );
  return rows.map((row) => ({ ...row, cases: cases.filter((c) => c.escalation_id === row.id) }));
}

async function casesOf(db: Db, region: string, ids: readonly string[]) {
  return db
    .selectFrom("escalation_case")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "escalation_case.region_id").onRef("case.id", "=", "escalation_case.case_id"),
    )
    .select(["escalation_case.escalation_id", "case.id", "case.number", "case.title"])
    .where("escalation_case.region_id", "=", region)
    .where("escalation_case.escalation_id", "in", ids)
    .execute();
}

export async function escalationById(tx: Tx, region: string, id: string) {
  const row = await tx
    .selectFrom("escalation")
    .selectAll()
    .where("region_id", "=", region)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const cases = await tx
    .selectFrom("escalation_case")
    .select("case_id")
    .where("region_id", "=", region)
    .where("escalation_id", "=", id)
    .execute();
  return { ...row, cases: cases.map((c) => c.case_id) };
}

export async function setInstruction(tx: Tx, region: string, id: string, text: string, at: string): Promise<void> {
  await tx
    .updateTable("escalation")
    .set({ instruction: text, instruction_at: at })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}
