import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Case, CaseId } from "../../../domain/case/case.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import { firstHash } from "../chain.ts";
import type { Db, Tx } from "../db.ts";
import { type OfficeSeal, unveiled } from "../words/veil.ts";

/** A case as it is stored, with the hash that its next event follows. */
export interface StoredCase {
  readonly kase: Case;
  readonly number: string;
  readonly title: string;
  readonly lastHash: Buffer;
  readonly chainId: string | null;
}

/** Takes a case to work on it: nobody else can write it until the transaction ends. Null when there is none. */
export async function takeCase(tx: Tx, seal: OfficeSeal, region: string, id: string): Promise<StoredCase | null> {
  const row = await tx
    .selectFrom("case")
    .select(["state", "state_sealed", "number", "title", "chain_id"])
    .where("region_id", "=", region)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const last = await tx
    .selectFrom("case_event")
    .select("hash")
    .where("region_id", "=", region)
    .where("case_id", "=", id)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    kase: stateOf(seal, row),
    number: row.number,
    title: row.title,
    lastHash: last?.hash ?? firstHash,
    chainId: row.chain_id,
  };
}

/** The engine's case for reading only. */
export async function readCase(db: Db | Tx, seal: OfficeSeal, region: string, id: string): Promise<StoredCase | null> {
  const row = await db
    .selectFrom("case")
    .select(["state", "state_sealed", "number", "title", "chain_id"])
    .where("region_id", "=", region)
    .where("id", "=", id)
    .executeTakeFirst();
  return row
    ? { kase: stateOf(seal, row), number: row.number, title: row.title, lastHash: firstHash, chainId: row.chain_id }
    : null;
}

/** The state of a stored row, that of a sealed case opened. */
export function stateOf(
  seal: OfficeSeal,
  row: { readonly state: unknown; readonly state_sealed: Buffer | null },
): Case {
  return unveiled(seal, "state", { plain: row.state, sealed: row.state_sealed }) as Case;
}

/** Everything that happened to a case, oldest first. */
export async function readEvents(
  db: Db | Tx,
  seal: OfficeSeal,
  region: string,
  id: string,
): Promise<readonly (CaseEvent & { seq: number })[]> {
  const rows = await db
    .selectFrom("case_event")
    .select(["seq", "type", "at", "actor", "data", "sealed"])
    .where("region_id", "=", region)
    .where("case_id", "=", id)
    .orderBy("seq")
    .execute();
  return rows.map(
    (row) =>
      ({
        seq: row.seq,
        type: row.type,
        at: row.at as Instant,
        by: row.actor,
        data: unveiled(seal, "event", { plain: row.data, sealed: row.sealed }),
      }) as CaseEvent & { seq: number },
  );
}

/** The id behind a number; null when there is none. */
export async function caseIdOfNumber(db: Db | Tx, region: string, number: string): Promise<CaseId | null> {
  const row = await db
    .selectFrom("case")
    .select("id")
    .where("region_id", "=", region)
    .where("number", "=", number)
    .executeTakeFirst();
  return (row?.id as CaseId | undefined) ?? null;
}
