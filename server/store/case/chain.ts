import { sql } from "kysely";
import type { Db, Tx } from "../db.ts";

/** Puts a case into the chain of an earlier one of the same person and matter; starts the chain where there is none. */
export async function linkChain(tx: Tx, region: string, caseId: string, previous: string): Promise<void> {
  await tx
    .updateTable("case")
    .set({ chain_id: sql<string>`coalesce(chain_id, id)` })
    .where("region_id", "=", region)
    .where("id", "=", previous)
    .execute();
  await tx
    .updateTable("case")
    .set((eb) => ({
      chain_id: eb
        .selectFrom("case as earlier")
        .select("earlier.chain_id")
        .where("earlier.region_id", "=", region)
        .where("earlier.id", "=", previous),
    }))
    .where("region_id", "=", region)
    .where("id", "=", caseId)
    .execute();
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
    .where("duty.rule", "in", rules)
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
