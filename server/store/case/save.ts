import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Case, Leg } from "../../../domain/case/case.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import { stateForm } from "../../../domain/case/stored/state-form.ts";
import { linkHash } from "../chain.ts";
import { json, type Tx } from "../db.ts";
import { countedOn } from "../trust/counted-on.ts";
import { type OfficeSeal, veilWith } from "../words/veil.ts";

/** Somebody else has written the case since it was read. */
export class CaseChanged extends Error {}

/**
 * Appends events after `lastHash`; the primary key makes sure that no other writer took the same places. `seal`: of a
 * sealed case, whose data are sealed; the hash is that of the whole data either way.
 */
export async function appendEvents(
  tx: Tx,
  region: string,
  kase: Case,
  events: readonly CaseEvent[],
  lastHash: Buffer,
  seal: OfficeSeal | null,
): Promise<void> {
  let seq = kase.version - events.length;
  let previous = lastHash;
  const rows = events.map((event) => {
    seq += 1;
    const link = { region, stream: kase.id, seq, type: event.type, at: event.at, actor: event.by, data: event.data };
    const hash = linkHash(previous, link);
    const stored = seal ? veilWith(seal, "event", event.data) : { plain: event.data, sealed: null };
    const row = {
      region_id: region,
      case_id: kase.id,
      seq,
      type: event.type,
      at: event.at,
      actor: json(event.by),
      data: json(stored.plain),
      sealed: stored.sealed,
      previous_hash: previous,
      hash,
      counted_on: countedOn(region, event.at),
    };
    previous = hash;
    return row;
  });
  if (rows.length > 0) await tx.insertInto("case_event").values(rows).execute();
}

/** Writes the case row as its events have made it, if nobody else did in between. `seal`: of a sealed case. */
export async function updateCase(
  tx: Tx,
  region: string,
  before: Case,
  after: Case,
  seal: OfficeSeal | null,
  now: Instant,
): Promise<void> {
  const state = seal ? veilWith(seal, "state", after) : { plain: after, sealed: null };
  const result = await tx
    .updateTable("case")
    .set({
      version: after.version,
      stage: after.stage,
      track: after.track,
      subject: after.subject,
      final_audit: after.finalAudit,
      ...(after.urgent === null ? {} : { urgent: after.urgent }),
      state: json(state.plain),
      state_sealed: state.sealed,
      state_form: stateForm,
      repeat_of: after.repeatOf,
      joined_to: after.joinedTo ?? null,
      updated_at: now,
    })
    .where("region_id", "=", region)
    .where("id", "=", after.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new CaseChanged();
  if (seal) {
    await tx.deleteFrom("case_search").where("region_id", "=", region).where("case_id", "=", after.id).execute();
  }
}

/** Writes the legs that changed. */
export async function saveLegs(tx: Tx, region: string, before: Case, after: Case): Promise<void> {
  const known = new Map(before.legs.map((leg) => [leg.id, leg]));
  const changed = after.legs.filter((leg) => known.get(leg.id) !== leg);
  if (changed.length === 0) return;
  await tx
    .insertInto("leg")
    .values(changed.map((leg) => legRow(region, after, leg)))
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

/** The row of a leg. */
export function legRow(region: string, kase: Case, leg: Leg) {
  const passed = kase.happenings.find((h) => h.moment === "reply.passed" && h.legId === leg.id);
  return {
    region_id: region,
    case_id: kase.id,
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
    passed_at: passed?.at ?? null,
  };
}
