import { type Case } from "../../../domain/case/case.ts";
import type { SightRow } from "../../../domain/case/sight.ts";
import { stateForm } from "../../../domain/case/stored/state-form.ts";
import type { Duty } from "../../../domain/duty/duty.ts";
import { legRow } from "../case/save.ts";
import { type AboutDuty, saveDuties, saveSight } from "../case/save-duties.ts";
import { json, type Tx } from "../db.ts";
import { addBreaches } from "../oversight/breaches.ts";
import { type OfficeSeal, veilWith } from "../words/veil.ts";
import type { BookedBreach } from "./booked.ts";

/** Writes the case row as its events make it; it counts as written when it was last written. `seal`: of a sealed case. */
export async function rewriteCase(tx: Tx, region: string, kase: Case, seal: OfficeSeal | null): Promise<void> {
  const state = seal ? veilWith(seal, "state", kase) : { plain: kase, sealed: null };
  await tx
    .updateTable("case")
    .set({
      version: kase.version,
      stage: kase.stage,
      track: kase.track,
      subject: kase.subject,
      channel: kase.channel,
      pack_id: kase.packId,
      received_at: kase.receivedAt,
      final_audit: kase.finalAudit,
      ...(kase.urgent === null ? {} : { urgent: kase.urgent }),
      state: json(state.plain),
      state_sealed: state.sealed,
      state_form: stateForm,
      repeat_of: kase.repeatOf,
      joined_to: kase.joinedTo ?? null,
    })
    .where("region_id", "=", region)
    .where("id", "=", kase.id)
    .execute();
}

/** Writes these legs whole. */
export async function rewriteLegs(tx: Tx, region: string, kase: Case, ids: ReadonlySet<string>): Promise<void> {
  for (const leg of kase.legs.filter(({ id }) => ids.has(id))) {
    const row = legRow(region, kase, leg);
    await tx
      .insertInto("leg")
      .values(row)
      .onConflict((oc) => oc.columns(["region_id", "case_id", "leg_id"]).doUpdateSet(row))
      .execute();
  }
}

/** Writes these duties whole, and removes those that no rule asks for. */
export async function rewriteDuties(
  tx: Tx,
  region: string,
  caseId: string,
  made: { readonly duties: readonly Duty[]; readonly about: AboutDuty; readonly ids: ReadonlySet<string> },
): Promise<void> {
  await tx
    .deleteFrom("duty")
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("duty_id", "in", [...made.ids])
    .execute();
  await saveDuties(tx, region, caseId, made.duties, made.about);
}

/** Writes anew who may read the case. */
export async function rewriteSight(tx: Tx, region: string, caseId: string, rows: readonly SightRow[]): Promise<void> {
  await tx.deleteFrom("case_sight").where("region_id", "=", region).where("case_id", "=", caseId).execute();
  await saveSight(tx, region, caseId, [], rows);
}

/** Writes what the case is found by; null: no search finds it. */
export async function rewriteSearch(tx: Tx, region: string, caseId: string, text: string | null): Promise<void> {
  if (text === null) {
    await tx.deleteFrom("case_search").where("region_id", "=", region).where("case_id", "=", caseId).execute();
    return;
  }
  await tx
    .insertInto("case_search")
    .values({ region_id: region, case_id: caseId, search_text: text })
    .onConflict((oc) => oc.columns(["region_id", "case_id"]).doUpdateSet({ search_text: text }))
    .execute();
}

/** Writes one breach as it was booked; what the office has written of its cause stays. */
export async function rewriteBreach(
  tx: Tx,
  region: string,
  caseId: string,
  breach: BookedBreach,
  newId: string | null,
): Promise<void> {
  const { duty_id, rule, kind, leg_id, org_id, on_day, withdrawn, more } = breach;
  const facts = { rule, kind, leg_id, org_id, on_day };
  if (newId !== null) {
    const responsible = json(more.responsible);
    const registry_gap = !more.responsible.some((r) => r.post !== "leaderInCharge");
    await addBreaches(tx, [
      { region_id: region, id: newId, case_id: caseId, duty_id, ...facts, responsible, registry_gap },
    ]);
  }
  await tx
    .updateTable("breach")
    .set({ ...facts, withdrawn_at: withdrawn ? more.at : null, withdrawn_why: withdrawn ? more.why : null })
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("duty_id", "=", duty_id)
    .execute();
}
