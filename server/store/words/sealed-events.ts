import { sql } from "kysely";
import { type Db, json, type Tx } from "../db.ts";
import { type OfficeSeal, unveiled, veilWith } from "./veil.ts";

/** Seals the events of a case that is in no index, those that are not sealed yet, and the words in its state. */
export async function sealEvents(tx: Tx, seal: OfficeSeal, region: string, caseId: string): Promise<void> {
  const rows = await tx
    .selectFrom("case_event")
    .select(["seq", "data"])
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("sealed", "is", null)
    .execute();
  for (const { seq, data } of rows) {
    const { plain, sealed } = veilWith(seal, "event", data);
    await sql`select * from sealed_event(${region}, ${caseId}::uuid, ${seq}::int, ${json(plain)}::jsonb, ${sealed}::bytea)
      /* rewrites case_event */`.execute(tx);
  }
  const row = await tx
    .selectFrom("case")
    .select("state")
    .where("region_id", "=", region)
    .where("id", "=", caseId)
    .where("state_sealed", "is", null)
    .executeTakeFirst();
  if (!row) return;
  const { plain, sealed } = veilWith(seal, "state", row.state);
  await tx
    .updateTable("case")
    .set({ state: json(plain), state_sealed: sealed })
    .where("region_id", "=", region)
    .where("id", "=", caseId)
    .execute();
}

/** Gives the events of a case that is in the index again their data back. */
export async function openEvents(tx: Tx, seal: OfficeSeal, region: string, caseId: string): Promise<void> {
  const rows = await tx
    .selectFrom("case_event")
    .select(["seq", "data", "sealed"])
    .where("region_id", "=", region)
    .where("case_id", "=", caseId)
    .where("sealed", "is not", null)
    .execute();
  for (const { seq, data, sealed } of rows) {
    const whole = unveiled(seal, "event", { plain: data, sealed });
    await sql`select * from opened_event(${region}, ${caseId}::uuid, ${seq}::int, ${json(whole)}::jsonb)
      /* rewrites case_event */`.execute(tx);
  }
}

/** Cases that are in no index, so sealed ones, of which something that the office wrote lies plain. */
export async function plainEventsOfSealed(db: Db, region: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id::text as id from "case" c
    where c.region_id = ${region} and c.erased_at is null
      and not exists (select from case_search s where s.region_id = c.region_id and s.case_id = c.id)
      and (c.state_sealed is null or exists (select from case_event e
        where e.region_id = c.region_id and e.case_id = c.id and e.sealed is null))
    order by 1`.execute(db);
  return rows.map(({ id }) => id);
}
