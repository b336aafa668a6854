import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { CaseId } from "../../../domain/case/case.ts";
import type { Db, Tx } from "../db.ts";

/** The case whose number and code these are; null when they do not belong together. */
export async function codeMatches(db: Db, region: string, number: string, hash: Buffer): Promise<CaseId | null> {
  const row = await db
    .selectFrom("case")
    .select("id")
    .where("region_id", "=", region)
    .where("number", "=", number)
    .where("code_hash", "=", hash)
    .executeTakeFirst();
  return (row?.id as CaseId | undefined) ?? null;
}

/** The case whose number ends so and whose code this is; `hashOf` gives the hash of a whole number's code. */
export async function tailMatches(
  db: Db,
  region: string,
  tail: string,
  hashOf: (number: string) => Buffer,
): Promise<CaseId | null> {
  const rows = await db
    .selectFrom("case")
    .select(["id", "number", "code_hash"])
    .where("region_id", "=", region)
    .where(sql<boolean>`right(number, 6) = ${tail.slice(-6)}`)
    .execute();
  const row = rows.find(({ number, code_hash }) => number.endsWith(tail) && code_hash?.equals(hashOf(number)));
  return (row?.id as CaseId | undefined) ?? null;
}

/** Counts a miss, in one statement; a window that is over starts anew. Gives how many there are now: of two at once, two. */
export async function countCodeMiss(db: Db, region: string, who: Buffer, now: Instant, since: Instant) {
  return db
    .insertInto("code_attempt")
    .values({ region_id: region, who, window_start: now, misses: 1 })
    .onConflict((oc) =>
      oc.columns(["region_id", "who"]).doUpdateSet({
        misses: sql<number>`case when code_attempt.window_start > ${since} then code_attempt.misses + 1 else 1 end`,
        window_start: sql<string>`case when code_attempt.window_start > ${since} then code_attempt.window_start else excluded.window_start end`,
      }),
    )
    .returning(["misses", "window_start"])
    .executeTakeFirstOrThrow();
}

/** Forgets misses that no wait hangs on any more. */
export async function forgetMisses(tx: Tx, until: Instant): Promise<void> {
  await tx.deleteFrom("code_attempt").where("window_start", "<", until).execute();
}

/** Gives a case a new query code; the old one ends. */
export async function setCode(tx: Tx, region: string, caseId: string, hash: Buffer): Promise<void> {
  await tx
    .updateTable("case")
    .set({ code_hash: hash })
    .where("region_id", "=", region)
    .where("id", "=", caseId)
    .execute();
}
