import { sql } from "kysely";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Tx } from "../db.ts";

/** What is free for everybody, within limits: new drafts, and bytes of files that belong to no case yet. */
export type Allowed = "draft" | "uploadBytes";

/** Whose allowance it is: a hash of the address that somebody comes from. */
export interface Use {
  readonly region: string;
  readonly who: Buffer;
  readonly what: Allowed;
  readonly day: PlainDate;
}

/** Uses up some of a day's allowance; gives how much of it has been used by then. Whoever refuses rolls it back. */
export async function useAllowance(tx: Tx, { region, who, what, day }: Use, amount: number): Promise<number> {
  const row = await tx
    .insertInto("allowance")
    .values({ region_id: region, who, what, day, used: amount })
    .onConflict((oc) =>
      oc.columns(["region_id", "who", "what", "day"]).doUpdateSet({ used: sql<number>`allowance.used + ${amount}` }),
    )
    .returning("used")
    .executeTakeFirstOrThrow();
  return row.used;
}

/** So many drafts wait in a region. */
export async function countDrafts(tx: Tx, region: string): Promise<number> {
  const row = await tx
    .selectFrom("portal_draft")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("region_id", "=", region)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** So many bytes the files of a region's drafts have. */
export async function draftBytes(tx: Tx, region: string): Promise<number> {
  const row = await tx
    .selectFrom("attachment")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("size"), eb.lit(0)).as("bytes"))
    .where("region_id", "=", region)
    .where("draft_hash", "is not", null)
    .executeTakeFirstOrThrow();
  return Number(row.bytes);
}

/** Forgets what was used on days before this one. */
export async function forgetAllowances(tx: Tx, before: PlainDate): Promise<void> {
  await tx.deleteFrom("allowance").where("day", "<", before).execute();
}
