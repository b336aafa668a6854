import { type RawBuilder, sql } from "kysely";
import { inSight, unsealed } from "../case/sight.ts";
import { countedEvents } from "./counted-events.ts";
import { countedLegs } from "./counted-legs.ts";
import { type Branch, type Counted, dayIn, inPeriod } from "./counted-parts.ts";

/**
 * The things that count under these names, one row for each body that they count for: `name` what it counts as, `key`
 * the same thing wherever it stands, `on_day` the day it belongs to, `tag` what tells kinds of one name apart. A sealed
 * case counts for nobody who may not see it: the body complained of cannot find it out by counting.
 */
export function counted(of: Counted, names: readonly string[]): RawBuilder<unknown> {
  const { reader } = of;
  const branches = [...countedCases(of), ...countedLegs(of), ...countedEvents(of)];
  const asked = branches.filter((branch) => branch.names.some((name) => names.includes(name)));
  return sql`(
    select t.*, c.channel, c.category, c.subject, c.stage
    from (${sql.join(
      asked.map((branch) => branch.rows),
      sql` union all `,
    )}) t (name, key, case_id, org_id, on_day, tag)
    join "case" c on c.region_id = ${reader.region} and c.id = t.case_id
    where t.name = any(${names}::text[]) and t.org_id = any(${of.orgs}::text[])
      and (${unsealed(of)} or ${inSight(reader, "c.id")}))`;
}

/** By what a counted thing is put into a group; a case without the mark goes into the group without a name. */
const groupColumns = {
  unit: sql<string>`k.org_id`,
  channel: sql<string>`k.channel`,
  category: sql<string>`coalesce(k.category, '')`,
  kind: sql<string>`k.subject`,
  stage: sql<string>`k.stage`,
} as const satisfies Record<string, RawBuilder<string>>;
/** A common mark of the case, or the latest word of a fact on it. */
export type GroupColumn = keyof typeof groupColumns | `fact:${string}`;

/** The column that a counted thing is grouped by. */
export function groupColumn(by: GroupColumn, { reader }: Counted): RawBuilder<string> {
  if (!isFact(by)) return groupColumns[by];
  const name = by.slice("fact:".length);
  return sql<string>`coalesce((select f.data->'values'->>${name} from case_event f
    where f.region_id = ${reader.region} and f.case_id = k.case_id and f.type = 'formalityDone'
      and f.data->'values' ? ${name} order by f.seq desc limit 1), '')`;
}

function isFact(by: GroupColumn): by is `fact:${string}` {
  return by.startsWith("fact:");
}

/** Cases as they came in, and those of them that are still open with whoever has them now. */
function countedCases(of: Counted): readonly Branch[] {
  const { region } = of.reader;
  return [
    {
      names: ["received"],
      rows: sql`select 'received' as name, c.id::text as key, c.id as case_id, c.intake_org as org_id,
      ${dayIn("c.received_at")} as on_day, '' as tag
    from "case" c
    where c.region_id = ${region} and ${inPeriod("c.received_at", of)}
      and (c.source is null or exists (select 1 from case_event e where e.region_id = c.region_id and e.case_id = c.id
        and e.seq = 1 and e.type = 'caseReceived'))`,
    },
    {
      names: ["open"],
      rows: sql`select 'open', c.id::text, c.id, h.org_id, ${dayIn("c.received_at")}, ''
    from "case" c cross join lateral (
      select l.org_id from leg l where l.region_id = c.region_id and l.case_id = c.id and l.role = 'lead'
        and l.stage not in ('passedOn', 'passed', 'recalled')
      union
      select c.deciding_org where not exists (
        select 1 from leg l where l.region_id = c.region_id and l.case_id = c.id and l.role = 'lead'
          and l.stage not in ('passedOn', 'passed', 'recalled'))
    ) h
    where c.region_id = ${region} and ${inPeriod("c.received_at", of)} and c.stage = any(${of.openStages}::text[])`,
    },
  ];
}
