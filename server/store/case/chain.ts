import { sql } from "kysely";
import type { Db, Tx } from "../db.ts";

/** Whether a case is there and came in before another one; only such a case can be its earlier one. */
export async function cameBefore(tx: Tx, region: string, earlier: string, later: string): Promise<boolean> {
  const row = await tx
    .selectFrom("case")
    .innerJoin("case as after", (join) => join.onRef("after.region_id", "=", "case.region_id"))
    .select("case.id")
    .where("case.region_id", "=", region)
    .where("case.id", "=", earlier)
    .where("after.id", "=", later)
    .whereRef("case.received_at", "<=", "after.received_at")
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Puts a case, with the chain it may stand in already, into the chain of an earlier one of the same person and
 * matter; starts the chain where there is none. No case of either chain is left behind.
 */
export async function linkChain(tx: Tx, region: string, caseId: string, previous: string): Promise<void> {
  await sql`
    with head as (select coalesce(chain_id, id) as chain from "case" where region_id = ${region} and id = ${previous}),
      own as (select chain_id from "case" where region_id = ${region} and id = ${caseId})
    update "case" set chain_id = head.chain from head, own
    where "case".region_id = ${region}
      and ("case".id in (${previous}, ${caseId}) or "case".chain_id = own.chain_id)
    /* writes case */`.execute(tx);
}

/** How often each unit answered in time within a chain, and the last case of it that was answered (FZ-8.5-2). */
export async function chainFacts(
  db: Db | Tx,
  region: string,
  chainId: string,
  exceptCase: string,
  rules: readonly string[],
) {
  const timely = await db
    .selectFrom("duty")
    .innerJoin("case", (join) =>
      join.onRef("case.region_id", "=", "duty.region_id").onRef("case.id", "=", "duty.case_id"),
    )
    .innerJoin("leg", (join) =>
      join
        .onRef("leg.region_id", "=", "duty.region_id")
        .onRef("leg.case_id", "=", "duty.case_id")
        .onRef("leg.leg_id", "=", "duty.leg_id"),
    )
    .select(["duty.owner_org"])
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("duty.region_id", "=", region)
    .where("case.chain_id", "=", chainId)
    .where("case.id", "!=", exceptCase)
    .where(sql<boolean>`duty.rule = any(${[...rules]}::text[])`)
    .where("duty.state", "=", "met")
    .where("leg.stage", "=", "passed")
    .where("leg.overdue", "is", null)
    .groupBy("duty.owner_org")
    .execute();
  const last = await db
    .selectFrom("case")
    .select(["id"])
    .where("region_id", "=", region)
    .where("chain_id", "=", chainId)
    .where("id", "!=", exceptCase)
    .where("stage", "in", ["answering", "answered"])
    .orderBy("received_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    timelyReplies: Object.fromEntries(timely.map((row) => [row.owner_org ?? "", row.n])),
    lastReply: last?.id ?? null,
  };
}
