import type { SightRow } from "../../../domain/case/sight.ts";
import type { Duty } from "../../../domain/duty/duty.ts";
import type { Tx } from "../db.ts";

/** Writes the duties as they stand; those that a rule no longer asks for go. */
export async function saveDuties(
  tx: Tx,
  region: string,
  caseId: string,
  duties: readonly Duty[],
  within: (duty: Duty) => string | null,
): Promise<void> {
  const ids = duties.map((duty) => duty.id);
  await tx
    .deleteFrom("duty")
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .$if(ids.length > 0, (qb) => qb.where("duty_id", "not in", ids))
    .execute();
  if (duties.length === 0) return;
  await tx
    .insertInto("duty")
    .values(duties.map((duty) => dutyRow(region, caseId, duty, within(duty))))
    .onConflict((oc) =>
      oc.columns(["region_id", "case_id", "duty_id"]).doUpdateSet((eb) => ({
        owner_org: eb.ref("excluded.owner_org"),
        due_on: eb.ref("excluded.due_on"),
        target_on: eb.ref("excluded.target_on"),
        due_within: eb.ref("excluded.due_within"),
        state: eb.ref("excluded.state"),
        ended_on: eb.ref("excluded.ended_on"),
        overdue_since: eb.ref("excluded.overdue_since"),
        flagged: eb.ref("excluded.flagged"),
        gap: eb.ref("excluded.gap"),
      })),
    )
    .execute();
}

function dutyRow(region: string, caseId: string, duty: Duty, within: string | null) {
  return {
    region_id: region,
    case_id: caseId,
    duty_id: duty.id,
    rule: duty.rule,
    kind: duty.kind,
    leg_id: duty.legId,
    owner_org: duty.owner,
    owner_post: duty.ownerPost,
    started_at: duty.startedAt,
    started_on: duty.startedOn,
    due_on: duty.due,
    target_on: duty.target,
    due_within: within,
    state: duty.state,
    ended_on: duty.endedOn,
    overdue_since: duty.overdueSince,
    flagged: duty.flagged,
    gap: duty.gap,
  };
}

/** Writes who may read the case, when that changed. */
export async function saveSight(
  tx: Tx,
  region: string,
  caseId: string,
  before: readonly SightRow[],
  after: readonly SightRow[],
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  await tx.deleteFrom("case_sight").where("region_id", "=", region).where("case_id", "=", caseId).execute();
  if (after.length === 0) return;
  await tx
    .insertInto("case_sight")
    .values(
      after.map((row) => ({
        region_id: region,
        case_id: caseId,
        org_id: row.orgId,
        post: row.post,
        sees: row.sees,
      })),
    )
    .execute();
}
