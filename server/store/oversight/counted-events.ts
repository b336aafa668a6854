import type { CaseEvent } from "../../../domain/case/event.ts";
import { sql } from "kysely";
import { type Branch, type Counted, dayIn, inPeriod } from "./counted-parts.ts";

/** What is counted by what happened: registrations, outcomes, ratings, returns, rework, reminders. */
export function countedEvents(of: Counted): readonly Branch[] {
  const { region } = of.reader;
  // Said in so many words and not as parameters: only so does the index of the counted happenings serve.
  const happened = (...types: readonly CaseEvent["type"][]) =>
    sql`e.region_id = ${region} and e.type in (${sql.join(types.map((type) => sql.lit(type)))}) and ${inPeriod("e.at", of)}`;
  const leg = sql`join leg l on l.region_id = e.region_id and l.case_id = e.case_id and l.leg_id = e.data->>'legId'`;
  const once = sql`e.case_id || '/' || e.seq`;
  const day = dayIn("e.at");
  return [
    {
      names: ["registered"],
      rows: sql`select 'registered' as name, ${once} as key, e.case_id, e.data->>'to' as org_id, ${day} as on_day, '' as tag
    from case_event e where ${happened("handedOver")}`,
    },
    {
      names: ["refused", "otherOutcome"],
      rows: sql`select case when e.type = 'refused' and coalesce(e.data->>'outcome', 'refused') = 'refused'
        then 'refused' else 'otherOutcome' end,
      ${once}, e.case_id, coalesce(e.actor->>'orgId', c.deciding_org), ${day},
      coalesce(e.data->>'ground', 'notDispatched')
    from case_event e join "case" c on c.region_id = e.region_id and c.id = e.case_id
    where ${happened("refused", "repeatDeclined")}`,
    },
    {
      names: ["satisfied", "notSatisfied"],
      rows: sql`select case when e.data->>'grade' = any(${of.grades}::text[]) then 'satisfied' else 'notSatisfied' end,
      ${once}, e.case_id, l.org_id, ${day}, e.data->>'grade'
    from case_event e join leg l on l.region_id = e.region_id and l.case_id = e.case_id
      and l.role = 'lead' and l.kind = 'unit' and l.stage = 'passed'
    where ${happened("rated")}`,
    },
    {
      names: ["returnAccepted", "returnRefused", "returnPending"],
      rows: sql`select case (select n.type from case_event n where n.region_id = e.region_id and n.case_id = e.case_id
          and n.seq > e.seq and n.type in ('returnAccepted', 'returnRefused') and n.data->>'legId' = e.data->>'legId'
          order by n.seq limit 1)
        when 'returnAccepted' then 'returnAccepted' when 'returnRefused' then 'returnRefused' else 'returnPending' end,
      ${once}, e.case_id, l.org_id, ${day}, ''
    from case_event e ${leg} where ${happened("returnAsked")}`,
    },
    {
      names: ["reworks"],
      rows: sql`select 'reworks', ${once}, e.case_id, l.org_id, ${day}, ''
    from case_event e ${leg} where ${happened("reworkOrdered")}`,
    },
    {
      names: ["reminders"],
      rows: sql`select 'reminders', ${once}, e.case_id, coalesce(l.org_id, c.deciding_org), ${day}, ''
    from case_event e join "case" c on c.region_id = e.region_id and c.id = e.case_id
      left ${leg}
    where ${happened("formalityDone")} and e.data->>'formality' = any(${of.reminders}::text[])`,
    },
  ];
}
