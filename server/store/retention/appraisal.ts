import { sql } from "kysely";
import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import { openStates } from "../../../domain/duty/duty.ts";
import { endedStages, type CaseStage, type Subject } from "../../../domain/rules/vocabulary.ts";
import type { Db, Tx } from "../db.ts";

/** A case that is over and stands on no list yet. */
export interface EndedCase {
  readonly id: string;
  readonly subject: Subject;
  readonly stage: CaseStage;
  readonly endedOn: PlainDate;
}

const atOnce = 1000;

/** Cases that ended before a day and are on no list, in batches by id. */
export async function* endedBefore(db: Db, region: string, day: PlainDate): AsyncGenerator<readonly EndedCase[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows }: { rows: EndedCase[] } = await sql<EndedCase>`
      select c.id::text as id, c.subject, c.stage, e.on_day::text as "endedOn" from "case" c
      cross join lateral (select (max(at) at time zone 'Asia/Shanghai')::date as on_day from case_event
        where region_id = c.region_id and case_id = c.id) e
      where c.region_id = ${region} and c.id > ${after}::uuid and c.stage in (${sql.join(endedStages)})
        and c.erased_at is null and e.on_day < ${day}::date
        and not exists (select from appraisal a where a.region_id = c.region_id and a.case_id = c.id)
      order by c.id limit ${atOnce}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}

export interface ListedCase {
  readonly caseId: string;
  readonly code: string | null;
  readonly basis: string;
  readonly dueOn: PlainDate | null;
  readonly by: string | null;
}

/** Puts a case on the list; one that is there already stays as it is. False: it was. */
export async function addToList(tx: Db | Tx, region: string, listed: ListedCase, at: Instant): Promise<boolean> {
  const added = await tx
    .insertInto("appraisal")
    .values({
      region_id: region,
      case_id: listed.caseId,
      class: listed.code,
      basis: listed.basis,
      due_on: listed.dueOn,
      listed_at: at,
      listed_by: listed.by,
    })
    .onConflict((oc) => oc.columns(["region_id", "case_id"]).doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Why the system itself holds a case back, whatever people decide: something of it is not over. */
export type HeldBecause = "dutyOpen" | "linkedOpen" | "escalated";

/** What holds a case `c` back, as a list of codes. */
const because = sql<readonly HeldBecause[]>`array_remove(array[
  case when exists (select from duty d where d.region_id = c.region_id and d.case_id = c.id
    and d.kind = 'duty' and d.state in (${sql.join(openStates.map((state) => sql.lit(state)))})) then 'dutyOpen' end,
  case when exists (select from "case" o where o.region_id = c.region_id and o.id <> c.id
    and o.stage not in (${sql.join(endedStages.map((stage) => sql.lit(stage)))})
    and (o.repeat_of = c.id or o.joined_to = c.id or o.id = c.repeat_of or o.id = c.joined_to
      or o.chain_id = c.chain_id)) then 'linkedOpen' end,
  case when exists (select from escalation_case x where x.region_id = c.region_id and x.case_id = c.id) then 'escalated' end
], null)`;

export const appraisalStates = ["listed", "proposed", "agreed", "erased", "kept"] as const;
export type AppraisalState = (typeof appraisalStates)[number];

/** A page of the list, what is due first; with the number of all. */
export async function appraisals(
  db: Db,
  region: string,
  asked: { readonly states: readonly AppraisalState[]; readonly limit: number; readonly offset: number },
) {
  return selectLines(db, region)
    .select((eb) => eb.fn.countAll<number>().over().as("total"))
    .where("a.state", "in", asked.states)
    .orderBy("a.due_on", (order) => order.asc().nullsLast())
    .orderBy("c.number")
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
}

function selectLines(db: Db | Tx, region: string) {
  return db
    .selectFrom("appraisal as a")
    .innerJoin("case as c", (join) => join.onRef("c.region_id", "=", "a.region_id").onRef("c.id", "=", "a.case_id"))
    .select([
      ...(["a.case_id", "a.class", "a.basis", "a.due_on", "a.listed_at", "a.listed_by", "a.state"] as const),
      ...(["a.held_why", "a.held_by", "a.held_at", "a.proposal", "a.proposed_by", "a.proposed_at"] as const),
      ...(["a.reason", "a.decided_by", "a.decided_at", "a.decision"] as const),
      ...(["c.number", "c.received_at", "c.subject", "c.stage", "c.pack_id", "c.erased_at"] as const),
    ])
    .select(because.as("because"))
    .where("a.region_id", "=", region);
}

/** Lines of the list for a decision, locked. */
export async function takeLines(tx: Tx, region: string, ids: readonly string[]) {
  await sql`select from appraisal where region_id = ${region} and case_id = any(${[...ids]}::uuid[])
    order by case_id for update`.execute(tx);
  return selectLines(tx, region).where("a.case_id", "in", ids).orderBy("a.case_id").execute();
}

/** Whether people, or what is not over yet, hold a case back. */
export function isHeld(line: { readonly held_why: string | null; readonly because: readonly HeldBecause[] }): boolean {
  return line.held_why !== null || line.because.length > 0;
}

/** What changes on a line. */
export interface LineChange {
  readonly state?: AppraisalState;
  readonly held_why?: string | null;
  readonly held_by?: string | null;
  readonly held_at?: Instant | null;
  readonly proposal?: "erase" | "keep" | null;
  readonly proposed_by?: string | null;
  readonly proposed_at?: Instant | null;
  readonly reason?: string | null;
  readonly decided_by?: string | null;
  readonly decided_at?: Instant | null;
  readonly decision?: string | null;
}

export async function changeLines(tx: Tx, region: string, ids: readonly string[], change: LineChange): Promise<void> {
  await tx.updateTable("appraisal").set(change).where("region_id", "=", region).where("case_id", "in", ids).execute();
}

/** Cases that are to be erased now, wherever the work stopped. */
export async function toBeErased(db: Db, region: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("appraisal")
    .select("case_id")
    .where("region_id", "=", region)
    .where("state", "=", "agreed")
    .orderBy("case_id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.case_id);
}
