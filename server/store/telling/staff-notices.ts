import { type Insertable, sql } from "kysely";
import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import { owedStates } from "../../../domain/duty/duty.ts";
import { type Told, wordsFor } from "../case/sight.ts";
import type { Db, Tx } from "../db.ts";
import type { StaffNotice } from "../schema.gen.ts";
import { keptRow, openedRow, openedRows, sealedAmong } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";

export type NewStaffNotice = Insertable<StaffNotice>;

/** Puts down what people are told; gives what was new, since the same thing is told to the same person once. */
export async function addStaffNotices(tx: Tx, seal: RowSeal, region: string, rows: readonly NewStaffNotice[]) {
  if (rows.length === 0) return [];
  const sealed = await sealedAmong(
    tx,
    region,
    rows.map((row) => row.case_id),
  );
  return tx
    .insertInto("staff_notice")
    .values(rows.map((row) => keptRow(sealed.has(row.case_id) ? seal : null, "staff_notice", row)))
    .onConflict((oc) => oc.columns(["region_id", "case_id", "person_id", "kind", "way", "about"]).doNothing())
    .returning(["id", "state"])
    .execute();
}

/** One that is on its way; taken so that two senders never have the same one. */
export async function takeStaffNotice(tx: Tx, seal: RowSeal, region: string, id: string) {
  const row = await tx
    .selectFrom("staff_notice")
    .select(["id", "person_id", "case_id", "way", "body", "state", "words_sealed"])
    .where("region_id", "=", region)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row ? openedRow(seal, "staff_notice", row) : null;
}

export async function settleStaffNotice(tx: Tx, region: string, id: string, state: string, at: Instant): Promise<void> {
  await tx
    .updateTable("staff_notice")
    .set({ state, settled_at: at })
    .where("region_id", "=", region)
    .where("id", "=", id)
    .execute();
}

/** How long the bell remembers. */
const bellDays = 14;

/** What the bell tells a person: what is still to be done or was ordered, of cases that they may read. */
function bell(db: Db, told: Told, personId: string, now: Instant) {
  const { region } = told.reader;
  const since = new Date(Date.parse(now) - bellDays * 86_400_000).toISOString();
  return db
    .selectFrom("staff_notice")
    .where("staff_notice.region_id", "=", region)
    .where("staff_notice.person_id", "=", personId)
    .where("staff_notice.way", "=", "bell")
    .where("staff_notice.created_at", ">", since)
    .where(
      sql<boolean>`(staff_notice.duty_id is null or exists (select 1 from duty d where d.region_id = ${region}
        and d.case_id = staff_notice.case_id and d.duty_id = staff_notice.duty_id
        and d.state = any(${[...owedStates]}::text[])))`,
    )
    .where(wordsFor(told, "staff_notice.case_id"));
}

export async function bellRows(db: Db, seal: RowSeal, told: Told, personId: string, now: Instant) {
  const rows = await bell(db, told, personId, now)
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "staff_notice.region_id").onRef("case.id", "=", "staff_notice.case_id"),
    )
    .select([
      "staff_notice.id",
      "staff_notice.kind",
      "staff_notice.body",
      "staff_notice.words_sealed",
      "staff_notice.case_id",
      "staff_notice.created_at",
      "staff_notice.read_at",
      "case.number",
    ])
    .orderBy("staff_notice.created_at", "desc")
    .orderBy("staff_notice.id")
    .limit(100)
    .execute();
  return openedRows(seal, "staff_notice", rows);
}

export async function countBell(db: Db, told: Told, personId: string, now: Instant): Promise<number> {
  const row = await bell(db, told, personId, now)
    .where("staff_notice.read_at", "is", null)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Marks what the bell has shown a person as read. */
export async function readBell(
  tx: Tx,
  region: string,
  personId: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable("staff_notice")
    .set({ read_at: at })
    .where("region_id", "=", region)
    .where("person_id", "=", personId)
    .where("id", "in", ids)
    .where("read_at", "is", null)
    .execute();
}

/** Duties that are due on a day, that somebody can act on and has not been reminded of. */
export async function dueUnreminded(db: Db, region: string, day: PlainDate, limit: number) {
  return db
    .selectFrom("duty")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "duty.region_id").onRef("case.id", "=", "duty.case_id"),
    )
    .select(["duty.case_id", "duty.duty_id", "duty.rule", "duty.owner_org", "duty.able", "case.number", "case.pack_id"])
    .where("duty.region_id", "=", region)
    .where("duty.kind", "=", "duty")
    .where("duty.due_on", "=", day)
    .where("duty.state", "in", [...owedStates])
    .where(sql<boolean>`cardinality(duty.able) > 0`)
    .where(
      sql<boolean>`not exists (select 1 from staff_notice n where n.region_id = duty.region_id
        and n.case_id = duty.case_id and n.kind = 'reminder' and n.about = 'today:' || duty.duty_id)`,
    )
    .orderBy("duty.case_id")
    .orderBy("duty.duty_id")
    .limit(limit)
    .execute();
}
