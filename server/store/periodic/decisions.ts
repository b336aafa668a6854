import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Db, Tx } from "../db.ts";

/** What is to be done, by which body, until when; the last day counts. */
export interface Decision {
  readonly orgId: OrgId;
  readonly what: string;
  readonly until: PlainDate;
}

/** Keeps what a work decided, in its order; the ids are those by which it is followed up. */
export async function addDecisions(
  tx: Tx,
  region: string,
  workId: string,
  decisions: readonly (Decision & { readonly id: string })[],
): Promise<void> {
  if (decisions.length === 0) return;
  const rows = decisions.map(({ id, orgId, what, until }, at) => ({
    region_id: region,
    id,
    work_id: workId,
    n: at + 1,
    org_id: orgId,
    what,
    until,
  }));
  await tx.insertInto("periodic_decision").values(rows).execute();
}

/** What an office decided, by works from the newest and in the order of each, with what came of it. */
export async function decisionsOf(db: Db | Tx, region: string, office: string) {
  return db
    .selectFrom("periodic_decision as d")
    .innerJoin("periodic_work as w", (on) =>
      on.onRef("w.region_id", "=", "d.region_id").onRef("w.id", "=", "d.work_id"),
    )
    .leftJoin("periodic_decision_done as done", (on) =>
      on.onRef("done.region_id", "=", "d.region_id").onRef("done.decision_id", "=", "d.id"),
    )
    .select(["d.id", "d.work_id", "d.n", "d.org_id", "d.what", "d.until"])
    .select(["w.title", "w.measure", "w.held_on"])
    .select(["done.on_day", "done.note", "done.person_id"])
    .where("d.region_id", "=", region)
    .where("w.office_id", "=", office)
    .orderBy("w.held_on", "desc")
    .orderBy("d.work_id", "desc")
    .orderBy("d.n")
    .limit(1000)
    .execute();
}
export type KeptDecision = Awaited<ReturnType<typeof decisionsOf>>[number];

/** Keeps that something was done; false where that was said before. */
export async function settleDecision(
  tx: Tx,
  region: string,
  id: string,
  done: { readonly on: PlainDate; readonly note: string; readonly at: Instant; readonly by: string },
): Promise<boolean> {
  const kept = await tx
    .insertInto("periodic_decision_done")
    .values({ region_id: region, decision_id: id, on_day: done.on, note: done.note, at: done.at, person_id: done.by })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (kept.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
