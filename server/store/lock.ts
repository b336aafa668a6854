import { sql } from "kysely";
import type { Tx } from "./db.ts";

/** Waits until nobody else is at this, and keeps others from it until the transaction ends. */
export async function lockFor(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx);
}
