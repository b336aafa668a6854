import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../domain/case/case.ts";
import { closedStages } from "../../../domain/rules/vocabulary.ts";
import { lateNow } from "../oversight/kept.ts";
import type { Db } from "../db.ts";

/** A case on which something may still happen, with the words that it came in with. */
export interface CaseUnderWay {
  readonly id: string;
  readonly number: string;
  readonly content: string;
  readonly kase: Case;
}

/** Cases that have last changed between two moments and are not over, in the order of their numbers. */
export async function casesUnderWay(
  db: Db,
  region: string,
  since: Instant,
  until: Instant,
): Promise<readonly CaseUnderWay[]> {
  const rows = await db
    .selectFrom("case")
    .innerJoin("case_content", (join) =>
      join.onRef("case_content.region_id", "=", "case.region_id").onRef("case_content.case_id", "=", "case.id"),
    )
    .select(["case.id", "case.number", "case_content.content", "case.state"])
    .where("case.region_id", "=", region)
    .where("case.stage", "not in", closedStages)
    .where("case.updated_at", ">=", since)
    .where("case.updated_at", "<=", until)
    .orderBy("case.number")
    .execute();
  return rows.map(({ state, ...row }) => ({ ...row, kase: state as Case }));
}

/** How many cases stand at which stage. */
export async function casesByStage(db: Db, region: string): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom("case")
    .select((eb) => ["stage", eb.fn.countAll<number>().as("n")])
    .where("region_id", "=", region)
    .groupBy("stage")
    .orderBy("stage")
    .execute();
  return Object.fromEntries(rows.map(({ stage, n }) => [stage, Number(n)]));
}

/** Duties that were missed: those that are still owed, and all that were written down. */
export async function overdueNow(
  db: Db,
  region: string,
  today: string,
): Promise<{ readonly open: number; readonly ever: number }> {
  const rows = await sql<{ open: number; ever: number }>`
    select (select count(*) from duty where region_id = ${region} and ${lateNow(today)})::int as open,
           (select count(*) from breach where region_id = ${region} and withdrawn_at is null)::int as ever`.execute(db);
  return rows.rows[0] ?? { open: 0, ever: 0 };
}
