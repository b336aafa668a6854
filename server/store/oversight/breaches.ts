import type { Insertable } from "kysely";
import { type Instant, monthOf, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";
import { json } from "../db.ts";
import type { Breach, Proposal } from "../schema.gen.ts";
import { keptRow } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";

/** Writes breaches down; one that is known already stays as it is, one that was withdrawn counts again. */
export async function addBreaches(tx: Tx, rows: readonly Insertable<Breach>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto("breach")
    .values(rows)
    .onConflict((oc) =>
      oc
        .columns(["region_id", "case_id", "duty_id"])
        .doUpdateSet((eb) => ({
          on_day: eb.ref("excluded.on_day"),
          org_id: eb.ref("excluded.org_id"),
          responsible: eb.ref("excluded.responsible"),
          withdrawn_at: null,
          withdrawn_why: null,
        }))
        .where("breach.withdrawn_at", "is not", null),
    )
    .execute();
}

/** Takes a breach off the record: it stays with the reason and counts nowhere. The row, or null where there is none. */
export async function withdrawBreach(
  tx: Tx,
  region: string,
  of: { readonly caseId: string; readonly dutyId: string },
  how: { readonly at: Instant; readonly why: string },
) {
  const row = await tx
    .updateTable("breach")
    .set({ withdrawn_at: how.at, withdrawn_why: how.why })
    .where("region_id", "=", region)
    .where("case_id", "=", of.caseId)
    .where("duty_id", "=", of.dutyId)
    .returning(["org_id", "on_day"])
    .executeTakeFirst();
  return row ?? null;
}

/** Proposals that nobody has decided and that rest on this case's breach of the month. */
export async function dropProposals(
  tx: Tx,
  region: string,
  of: { readonly orgId: string; readonly month: string; readonly caseId: string },
): Promise<void> {
  await tx
    .deleteFrom("proposal")
    .where("region_id", "=", region)
    .where("org_id", "=", of.orgId)
    .where("month", "=", of.month)
    .where("state", "=", "proposed")
    .where((eb) => eb("evidence", "@>", json([{ caseId: of.caseId }])))
    .execute();
}

/** A reply that came after the term had lapsed turns one kind into the other (FZ-11.2-1). */
export async function changeBreachKind(
  tx: Tx,
  region: string,
  caseId: string,
  legId: string,
  from: string,
  to: string,
) {
  await tx
    .updateTable("breach")
    .set({ kind: to })
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("leg_id", "=", legId)
    .where("kind", "=", from)
    .execute();
}

/** Breaches of an organisation between two days, both inclusive. */
export async function breachesOf(db: Db | Tx, region: string, orgId: string, from: PlainDate, to: PlainDate) {
  return db
    .selectFrom("breach")
    .select(["kind", "on_day", "case_id", "responsible"])
    .where("region_id", "=", region)
    .where("org_id", "=", orgId)
    .where("on_day", ">=", from)
    .where("on_day", "<=", to)
    .where("withdrawn_at", "is", null)
    .orderBy("on_day")
    .execute();
}

/**
 * Puts a proposal before an efficiency office: once for a unit, a measure and a calendar month, so that a breach booked
 * late does not ask for the same admonition again (FZ-11.1-2).
 */
export async function addProposal(
  tx: Tx,
  row: Omit<Insertable<Proposal>, "evidence" | "people" | "month" | "on_day"> & {
    readonly on_day: PlainDate;
    readonly evidence: unknown;
    readonly people: unknown;
  },
): Promise<void> {
  await tx
    .insertInto("proposal")
    .values({ ...row, month: monthOf(row.on_day), evidence: json(row.evidence), people: json(row.people) })
    .onConflict((oc) => oc.columns(["region_id", "measure", "org_id", "month"]).doNothing())
    .execute();
}

/** Decides a proposal; false when somebody has decided it already. */
export async function decideProposal(
  tx: Tx,
  region: string,
  id: string,
  by: string,
  state: "decided" | "dismissed",
  note: string,
  at: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable("proposal")
    .set({ state, decided_by: by, decided_at: at, note })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .where("state", "=", "proposed")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Records why a term was missed; false when it has been recorded already. `seal`: of a sealed case. */
export async function decideCause(
  tx: Tx,
  seal: RowSeal | null,
  region: string,
  id: string,
  by: string,
  cause: "human" | "notHuman",
  note: string,
  at: Instant,
): Promise<boolean> {
  const result = await tx
    .updateTable("breach")
    .set(keptRow(seal, "breach", { cause, cause_note: note, cause_by: by, cause_at: at }))
    .where("region_id", "=", region)
    .where("id", "=", id)
    .where("cause", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function breachById(db: Db | Tx, region: string, id: string) {
  const row = await db
    .selectFrom("breach")
    .selectAll()
    .where("region_id", "=", region)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** Breaches whose cause nobody has looked into, oldest first. */
export async function breachesWithoutCause(db: Db, region: string) {
  return db
    .selectFrom("breach")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "breach.region_id").onRef("case.id", "=", "breach.case_id"),
    )
    .select(["breach.id", "breach.org_id", "case.number"])
    .where("breach.region_id", "=", region)
    .where("breach.cause", "is", null)
    .where("breach.withdrawn_at", "is", null)
    .orderBy("breach.on_day")
    .orderBy("case.number")
    .orderBy("breach.duty_id")
    .execute();
}
