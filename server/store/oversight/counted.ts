import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../case/lists.ts";
import { countedEvents } from "./counted-events.ts";
import { countedLegs } from "./counted-legs.ts";
import { type Counted, dayIn, inPeriod } from "./counted-parts.ts";

/** The reader may see the case at all. */
export function inSight({ region, orgId, posts }: Reader): RawBuilder<boolean> {
  return sql`exists (select 1 from case_sight s where s.region_id = ${region} and s.case_id = c.id
    and s.org_id = ${orgId} and s.post = any(${posts}::text[]))`;
}

/** The reader sees the words of the case, not only its times. */
export function inFullSight({ region, orgId, posts }: Reader): RawBuilder<boolean> {
  return sql`exists (select 1 from case_sight s where s.region_id = ${region} and s.case_id = c.id
    and s.org_id = ${orgId} and s.post = any(${posts}::text[]) and s.sees = 'all')`;
}

/**
 * Every thing that is counted, one row for each body that it is counted for: `name` what it counts as, `key` the same
 * thing wherever it stands, `on_day` the day it belongs to, `tag` what tells kinds of one name apart. A sealed case
 * counts for nobody who may not see it: the body complained of cannot find it out by counting.
 */
export function counted(of: Counted): RawBuilder<unknown> {
  const { reader } = of;
  return sql`
    select x.name, x.key, x.org_id, x.on_day, x.tag, c.id as case_id, c.channel, c.category, c.subject, c.stage
    from (${countedCases(of)} union all ${countedLegs(of)} union all ${countedEvents(of)}) x
    join "case" c on c.region_id = ${reader.region} and c.id = x.case_id
    where x.org_id = any(${of.orgs}::text[]) and x.on_day between ${of.from}::date and ${of.to}::date
      and (${inSight(reader)} or (c.subject = 'ordinary' and c.state->>'accused' is null
        and coalesce(c.pack_id || '/' || (c.state->>'ground') <> all(${of.sealedGrounds}::text[]), true)))`;
}

/** By what a counted thing is put into a group; a case without the mark goes into the group without a name. */
export const groupColumns = {
  unit: sql<string>`k.org_id`,
  channel: sql<string>`k.channel`,
  category: sql<string>`coalesce(k.category, '')`,
  kind: sql<string>`k.subject`,
  stage: sql<string>`k.stage`,
} as const satisfies Record<string, RawBuilder<string>>;
export type GroupColumn = keyof typeof groupColumns;

/** Cases as they came in, and those of them that are still open with whoever has them now. */
function countedCases(of: Counted): RawBuilder<unknown> {
  const { region } = of.reader;
  return sql`
    select 'received' as name, c.id::text as key, c.id as case_id, c.state->>'intake' as org_id,
      ${dayIn("c.received_at")} as on_day, '' as tag
    from "case" c join case_event e on e.region_id = c.region_id and e.case_id = c.id and e.seq = 1
    where c.region_id = ${region} and ${inPeriod("c.received_at", of)} and e.type = 'caseReceived'
    union all
    select 'open', c.id::text, c.id, h.org_id, ${dayIn("c.received_at")}, ''
    from "case" c cross join lateral (
      select l.org_id from leg l where l.region_id = c.region_id and l.case_id = c.id and l.role = 'lead'
        and l.stage not in ('passedOn', 'passed', 'recalled')
      union
      select coalesce(c.state->>'topBureau', c.state->>'intake') where not exists (
        select 1 from leg l where l.region_id = c.region_id and l.case_id = c.id and l.role = 'lead'
          and l.stage not in ('passedOn', 'passed', 'recalled'))
    ) h
    where c.region_id = ${region} and ${inPeriod("c.received_at", of)} and c.stage = any(${of.openStages}::text[])`;
}
