import { sql } from "kysely";
import type { EventType } from "../../../domain/case/event.ts";
import type { Db } from "../db.ts";

/** What the body that has sent a part wants to know of: read, asked back, answered, late. */
const news: readonly EventType[] = [
  "viewed",
  "returnAsked",
  "inputGiven",
  "draftRejected",
  "replySubmitted",
  "auditPassed",
  "reworkOrdered",
  "dutyBreached",
  "formalityDone",
  "supplemented",
];

/** A body has opened a case that it sent out in parts, as it stood after this event. */
export async function markPartsSeen(
  db: Db,
  region: string,
  { caseId, orgId, seq }: { readonly caseId: string; readonly orgId: string; readonly seq: number },
): Promise<void> {
  await sql`insert into parts_seen (region_id, case_id, org_id, seq) values (${region}, ${caseId}, ${orgId}, ${seq})
    on conflict (region_id, case_id, org_id) do update set seq = excluded.seq
    where parts_seen.seq < excluded.seq`.execute(db);
}

/** Those of some cases whose parts have brought something that the body that sent them has not seen. */
export async function changedParts(
  db: Db,
  region: string,
  orgId: string,
  cases: readonly string[],
): Promise<ReadonlySet<string>> {
  if (cases.length === 0) return new Set();
  const sent = JSON.stringify([{ sender: orgId }]);
  const { rows } = await sql<{ id: string }>`select c.id from "case" c
    where c.region_id = ${region} and c.id = any(${cases}::uuid[])
      and jsonb_array_length(c.state -> 'matters') > 1 and c.state -> 'legs' @> ${sent}::jsonb
      and exists (select 1 from case_event e where e.region_id = c.region_id and e.case_id = c.id
        and e.type = any(${news}::text[]) and coalesce(e.actor ->> 'orgId', '') <> ${orgId}
        and e.seq > coalesce((select s.seq from parts_seen s where s.region_id = c.region_id and s.case_id = c.id
          and s.org_id = ${orgId}), 0))`.execute(db);
  return new Set(rows.map((row) => row.id));
}
