import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../domain/case/case.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import type { SightRow } from "../../../domain/case/sight.ts";
import type { Duty } from "../../../domain/duty/duty.ts";
import { linkHash } from "../chain.ts";
import { json, type Tx } from "../db.ts";

/** Somebody else has written the case since it was read. */
export class CaseChanged extends Error {}

/** Appends events after `lastHash`; the primary key makes sure that no other writer took the same places. */
export async function appendEvents(
  tx: Tx,
  region: string,
  kase: Case,
  events: readonly CaseEvent[],
  lastHash: Buffer,
): Promise<void> {
  let seq = kase.version - events.length;
  let previous = lastHash;
  const rows = events.map((event) => {
    seq += 1;
    const link = { region, stream: kase.id, seq, type: event.type, at: event.at, actor: event.by, data: event.data };
    const hash = linkHash(previous, link);
    const row = {
      region_id: region,
      case_id: kase.id,
      seq,
      type: event.type,
      at: event.at,
      actor: json(event.by),
      data: json(event.data),
      previous_hash: previous,
      hash,
    };
    previous = hash;
    return row;
  });
  if (rows.length > 0) await tx.insertInto("case_event").values(rows).execute();
}

/** Writes the case row as its events have made it, if nobody else did in between. */
export async function updateCase(
  tx: Tx,
  region: string,
  before: Case,
  after: Case,
  sealed: boolean,
  now: Instant,
): Promise<void> {
  const result = await tx
    .updateTable("case")
    .set({
      version: after.version,
      stage: after.stage,
      track: after.track,
      subject: after.subject,
      final_audit: after.finalAudit,
      state: json(after),
      repeat_of: after.repeatOf,
      updated_at: now,
    })
    .where("region_id", "=", region)
    .where("id", "=", after.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new CaseChanged();
  if (sealed) {
    await tx.deleteFrom("case_search").where("region_id", "=", region).where("case_id", "=", after.id).execute();
  }
}

/** Writes the legs that changed. */
export async function saveLegs(tx: Tx, region: string, before: Case, after: Case): Promise<void> {
  const known = new Map(before.legs.map((leg) => [leg.id, leg]));
  const changed = after.legs.filter((leg) => known.get(leg.id) !== leg);
  if (changed.length === 0) return;
  const passedAt = (legId: string) =>
    after.happenings.find((h) => h.moment === "reply.passed" && h.legId === legId)?.at ?? null;
  await tx
    .insertInto("leg")
    .values(
      changed.map((leg) => ({
        region_id: region,
        case_id: after.id,
        leg_id: leg.id,
        matter_id: leg.matterId,
        org_id: leg.orgId,
        kind: leg.kind,
        role: leg.role,
        stage: leg.stage,
        opened_at: leg.openedAt,
        viewed_at: leg.viewedAt,
        overdue: leg.overdue,
        reworked: leg.inRework,
        passed_at: passedAt(leg.id),
      })),
    )
    .onConflict((oc) =>
      oc.columns(["region_id", "case_id", "leg_id"]).doUpdateSet((eb) => ({
        stage: eb.ref("excluded.stage"),
        viewed_at: eb.ref("excluded.viewed_at"),
        overdue: eb.ref("excluded.overdue"),
        reworked: eb.ref("excluded.reworked"),
        passed_at: eb.ref("excluded.passed_at"),
      })),
    )
    .execute();
}

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
