import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../domain/case/case.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import { stateForm } from "../../../domain/case/stored/state-form.ts";
import { json, type Tx } from "../db.ts";
import type { PetitionerRow } from "../case/petitioner.ts";

/** Writes the events of a case without their words; the hashes of their chain stay. Gives how many. */
export async function writeWordless(
  tx: Tx,
  region: string,
  caseId: string,
  events: readonly CaseEvent[],
): Promise<number> {
  const data = JSON.stringify(events.map((event) => event.data));
  const { rows } = await sql<{ n: number }>`
    select wordless_events(${region}, ${caseId}::uuid, ${data}::jsonb) as n`.execute(tx);
  return Number(rows[0]?.n ?? 0);
}

/** Deletes what the case's people wrote and sent, and who they are. Bytes that nothing names any more go with the next job. */
export async function eraseRows(
  tx: Tx,
  region: string,
  caseId: string,
  anonymous: PetitionerRow | null,
): Promise<void> {
  const of = (table: "attachment" | "case_search" | "desk_draft" | "staff_notice") =>
    tx.deleteFrom(table).where("region_id", "=", region).where("case_id", "=", caseId).execute();
  await of("attachment");
  await of("case_search");
  await of("desk_draft");
  await of("staff_notice");
  await sql`select * from erased_words(${region}, ${caseId}::uuid) /* removes case_content */`.execute(tx);
  await sql`select * from erased_services(${region}, ${caseId}::uuid) /* removes paper_service */`.execute(tx);
  await sql`select * from erased_papers(${region}, ${caseId}::uuid) /* removes case_paper */`.execute(tx);
  if (anonymous) {
    const own = tx.updateTable("petitioner").where("region_id", "=", region).where("case_id", "=", caseId);
    await own.set(anonymous).execute();
  }
  const messages = tx.selectFrom("outbox").select("id").where("region_id", "=", region).where("case_id", "=", caseId);
  await tx
    .updateTable("outbox_attempt")
    .set({ detail: null, words_sealed: null })
    .where("region_id", "=", region)
    .where("outbox_id", "in", messages)
    .execute();
  await tx
    .updateTable("outbox")
    .set({ recipient_sealed: null, recipient_masked: "", subject: "", body: "", body_sealed: null, words_sealed: null })
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .execute();
}

/** The case row as its wordless events make it: number, dates, kind, category, area and outcome stay. */
export async function eraseCaseRow(tx: Tx, region: string, kase: Case, title: string, now: Instant): Promise<void> {
  await tx
    .updateTable("case")
    .set({
      state: json(kase),
      state_sealed: null,
      state_form: stateForm,
      title,
      title_given: null,
      place: null,
      words_sealed: null,
      code_hash: null,
      updated_at: now,
      erased_at: now,
    })
    .where("region_id", "=", region)
    .where("id", "=", kase.id)
    .execute();
}
