import { type Insertable, sql } from "kysely";
import { type Told, wordsFor } from "../case/sight.ts";
import type { Db, Tx } from "../db.ts";
import type { Escalation, EscalationInstruction } from "../schema.gen.ts";
import { keptRow, openedRow, openedRows, sealFor } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";

/** Writes an escalation with its cases. */
export async function addEscalation(
  tx: Tx,
  seal: RowSeal,
  row: Insertable<Escalation>,
  cases: readonly string[],
): Promise<void> {
  const own = await sealFor(tx, seal, row.region_id, cases);
  await tx
    .insertInto("escalation")
    .values(keptRow(own, "escalation", row))
    .execute();
  await tx
    .insertInto("escalation_case")
    .values(cases.map((id) => ({ region_id: row.region_id, escalation_id: row.id, case_id: id })))
    .execute();
}

/**
 * Escalations that the reader's organisation sent or was sent, newest first, with their cases and instructions. A
 * document that holds a sealed case is there only for who may read that case: its words tell of it.
 */
export async function escalationsOf(db: Db, seal: RowSeal, told: Told) {
  const { region, orgId } = told.reader;
  const rows = await db
    .selectFrom("escalation")
    .selectAll()
    .where("region_id", "=", region)
    .where((eb) => eb.or([eb("from_org", "=", orgId), eb("to_org", "=", orgId), eb("copy_org", "=", orgId)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("escalation_case")
            .select("escalation_case.case_id")
            .whereRef("escalation_case.region_id", "=", "escalation.region_id")
            .whereRef("escalation_case.escalation_id", "=", "escalation.id")
            .where(not(wordsFor(told, "escalation_case.case_id"))),
        ),
      ),
    )
    .orderBy("created_at", "desc")
    .limit(200)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [cases, instructions] = [await casesOf(db, region, ids), await instructionsOf(db, seal, region, ids)];
  return openedRows(seal, "escalation", rows).map((row) => ({
    ...row,
    cases: cases.filter((c) => c.escalation_id === row.id),
    instructions: instructions.filter((i) => i.escalation_id === row.id),
  }));
}

async function casesOf(db: Db | Tx, region: string, ids: readonly string[]) {
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

export async function escalationById(tx: Tx, seal: RowSeal, region: string, id: string) {
  const row = await tx
    .selectFrom("escalation")
    .selectAll()
    .where("region_id", "=", region)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return { ...openedRow(seal, "escalation", row), cases: await casesOf(tx, region, [id]) };
}

/** Adds an instruction behind those that the document has already; nothing that stands there is touched. */
export async function addInstruction(
  tx: Tx,
  seal: RowSeal,
  cases: readonly string[],
  row: Omit<Insertable<EscalationInstruction>, "seq" | "left_out"> & { readonly left_out: readonly string[] },
): Promise<void> {
  const kept = keptRow(await sealFor(tx, seal, row.region_id, cases), "escalation_instruction", row);
  await tx
    .insertInto("escalation_instruction")
    .values((eb) => ({
      ...kept,
      left_out: JSON.stringify(row.left_out),
      seq: eb
        .selectFrom("escalation_instruction")
        .select(({ fn }) => sql<number>`${fn.countAll()} + 1`.as("next"))
        .where("region_id", "=", row.region_id)
        .where("escalation_id", "=", row.escalation_id),
    }))
    .execute();
}

async function instructionsOf(db: Db, seal: RowSeal, region: string, ids: readonly string[]) {
  const rows = await db
    .selectFrom("escalation_instruction")
    .selectAll()
    .where("region_id", "=", region)
    .where("escalation_id", "in", ids)
    .orderBy("escalation_id")
    .orderBy("seq")
    .execute();
  return openedRows(seal, "escalation_instruction", rows);
}
