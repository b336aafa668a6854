import { sql } from "kysely";
import { type Branch, type Counted, dayIn, inPeriod } from "./counted-parts.ts";
import { countsAsDue, lateNow } from "./kept.ts";

/** What is counted by the bodies that had a case in hand: what they were sent, what fell due, what was passed. */
export function countedLegs(of: Counted): readonly Branch[] {
  const { region } = of.reader;
  const passed = sql`l.region_id = ${region} and l.kind = 'unit' and l.role = 'lead' and ${inPeriod("l.passed_at", of)}`;
  return [
    {
      names: ["dispatched", "passedDown"],
      rows: sql`select case when l.kind = 'unit' then 'dispatched' else 'passedDown' end as name,
      l.case_id || '/' || l.leg_id as key, l.case_id, l.org_id, ${dayIn("l.opened_at")} as on_day, '' as tag
    from leg l where l.region_id = ${region} and ${inPeriod("l.opened_at", of)}`,
    },
    {
      names: ["closedInTime", "closedLate", "overdueOpen"],
      rows: sql`select case state when 'met' then 'closedInTime' when 'metLate' then 'closedLate' else 'overdueOpen' end,
      case_id || '/' || duty_id, case_id, owner_org, due_on, ''
    from duty
    where region_id = ${region} and kind = 'duty' and rule = any(${of.replyRules}::text[])
      and due_on between ${of.from} and ${of.to} and ${countsAsDue(of.today)}`,
    },
    {
      // As the lists say it: a case is late as long as anything on it is, whatever it was due for.
      names: ["overdueNow"],
      rows: sql`select 'overdueNow', case_id::text, case_id, owner_org, min(greatest(due_on, ${of.from}::date)), ''
    from duty
    where region_id = ${region} and owner_org is not null and due_on <= ${of.to}::date and ${lateNow(of.today)}
    group by case_id, owner_org`,
    },
    {
      names: ["passedReworked", "passedFirst"],
      rows: sql`select case when l.reworked then 'passedReworked' else 'passedFirst' end,
      l.case_id || '/' || l.leg_id, l.case_id, l.org_id, ${dayIn("l.passed_at")}, ''
    from leg l where ${passed}`,
    },
    {
      names: ["published", "unpublished", "confidential"],
      rows: sql`select case when exists (select 1 from publication p where p.region_id = l.region_id and p.case_id = l.case_id
        and p.matter_id = l.matter_id and p.taken_down_at is null) then 'published'
        when c.track = 'internal' or c.kept_private then 'confidential' else 'unpublished' end,
      l.case_id || '/' || l.leg_id, l.case_id, l.org_id, ${dayIn("l.passed_at")}, ''
    from leg l join "case" c on c.region_id = l.region_id and c.id = l.case_id
    where ${passed}`,
    },
    {
      names: ["rated", "unrated"],
      rows: sql`select case when c.rated then 'rated' else 'unrated' end,
      l.case_id::text, l.case_id, l.org_id, a.answered_on, ''
    from leg l join "case" c on c.region_id = l.region_id and c.id = l.case_id cross join lateral (
      select max(${dayIn("o.passed_at")}) as answered_on, bool_and(o.passed_at is not null) as answered
      from leg o where o.region_id = l.region_id and o.case_id = l.case_id and o.kind = 'unit' and o.role = 'lead'
        and o.stage <> 'recalled'
    ) a
    where l.region_id = ${region} and l.kind = 'unit' and l.role = 'lead' and l.stage <> 'recalled' and ${of.asks}
      and l.passed_at is not null
      and l.case_id in (select p.case_id from leg p where p.region_id = ${region} and ${inPeriod("p.passed_at", of)})
      and a.answered and a.answered_on between ${of.from}::date and ${of.to}::date`,
    },
  ];
}
