import { sql } from "kysely";
import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";

/** Of full subtrees of 256 leaves, and of 256 of these, the roots are kept. */
export const tileLevels = 8;
export const tileWidth = 2 ** tileLevels;

/** One writer at a time lets a region's tree grow, and signs its days. */
export async function lockTree(tx: Tx, region: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(7104512, hashtext(${region}))`.execute(tx);
}

export async function treeSize(db: Db | Tx, region: string): Promise<number> {
  const row = await db
    .selectFrom("voucher")
    .select((eb) => eb.fn.max("leaf").as("last"))
    .where("region_id", "=", region)
    .where("leaf", "is not", null)
    .executeTakeFirst();
  return row?.last === null || row?.last === undefined ? 0 : Number(row.last) + 1;
}

/** Gives the vouchers that have none a place in the tree, in their order; gives their hashes. */
export async function growTree(tx: Tx, region: string, size: number, limit: number): Promise<readonly Buffer[]> {
  const { rows } = await sql<{ leaf: number; hash: Buffer }>`
    with waiting as (
      select n, ${size}::bigint - 1 + row_number() over (order by n) as place
      from voucher where region_id = ${region} and leaf is null order by n limit ${limit}
    )
    update voucher v set leaf = w.place from waiting w
    where v.region_id = ${region} and v.n = w.n returning v.leaf, v.hash`.execute(tx);
  return rows.toSorted((a, b) => a.leaf - b.leaf).map(({ hash }) => hash);
}

/** The hashes of the leaves from one place on, before another. */
export async function leafHashes(db: Db | Tx, region: string, from: number, until: number): Promise<readonly Buffer[]> {
  const rows = await db
    .selectFrom("voucher")
    .select("hash")
    .where("region_id", "=", region)
    .where("leaf", ">=", from)
    .where("leaf", "<", until)
    .orderBy("leaf")
    .execute();
  return rows.map(({ hash }) => hash);
}

export async function addNodes(
  tx: Tx,
  region: string,
  nodes: readonly { readonly level: number; readonly place: number; readonly hash: Buffer }[],
): Promise<void> {
  if (nodes.length === 0) return;
  await tx
    .insertInto("tree_node")
    .values(nodes.map((node) => ({ region_id: region, ...node })))
    .onConflict((oc) => oc.columns(["region_id", "level", "place"]).doNothing())
    .execute();
}

/** The hashes of the row below a subtree that are kept: of leaves, or of full tiles. */
export async function keptRow(
  db: Db | Tx,
  region: string,
  level: number,
  place: number,
): Promise<{ readonly level: number; readonly hashes: readonly Buffer[] }> {
  const below = Math.floor(level / tileLevels) * tileLevels;
  const width = 2 ** (level - below);
  const from = place * width;
  if (below === 0) return { level: 0, hashes: await leafHashes(db, region, from, from + width) };
  const rows = await db
    .selectFrom("tree_node")
    .select("hash")
    .where("region_id", "=", region)
    .where("level", "=", below)
    .where("place", ">=", from)
    .where("place", "<", from + width)
    .orderBy("place")
    .execute();
  return { level: below, hashes: rows.map(({ hash }) => hash) };
}

export interface CheckpointRow {
  readonly size: number;
  readonly root: Buffer;
  readonly at: Instant;
  readonly note: string;
  readonly last_day: PlainDate | null;
  /** Over the text of the note; null for heads from before there was a key of SM2. */
  readonly sm2_signature: Buffer | null;
}

export async function addCheckpoint(tx: Tx, region: string, row: CheckpointRow): Promise<void> {
  await tx
    .insertInto("checkpoint")
    .values({ region_id: region, ...row })
    .execute();
}

/** The newest checkpoint of a region; null while there is none. */
export async function lastCheckpoint(db: Db | Tx, region: string): Promise<CheckpointRow | null> {
  const row = await db
    .selectFrom("checkpoint")
    .select(["size", "root", "at", "note", "last_day", "sm2_signature"])
    .where("region_id", "=", region)
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row as CheckpointRow | undefined) ?? null;
}

/** Checkpoints above a size, in order. */
export async function checkpointsAfter(db: Db, region: string, size: number, limit: number) {
  const rows = await db
    .selectFrom("checkpoint")
    .select(["size", "root", "at", "note", "last_day", "sm2_signature"])
    .where("region_id", "=", region)
    .where("size", ">", size)
    .orderBy("size")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, at: row.at as Instant, last_day: row.last_day as PlainDate | null }));
}

export async function cosignaturesOf(db: Db, region: string, from: number, to: number) {
  return db
    .selectFrom("cosignature")
    .select(["size", "witness", "line", "at"])
    .where("region_id", "=", region)
    .where("size", ">=", from)
    .where("size", "<=", to)
    .orderBy("size")
    .orderBy("witness")
    .execute();
}

/** What a witness has signed last; null while it has signed nothing. */
export async function lastCosignature(db: Db | Tx, region: string, witness: string | null) {
  const row = await db
    .selectFrom("cosignature")
    .select(["size", "line", "at"])
    .where("region_id", "=", region)
    .$if(witness !== null, (qb) => qb.where("witness", "=", witness ?? ""))
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function addCosignature(
  db: Db,
  region: string,
  row: { readonly size: number; readonly witness: string; readonly line: string; readonly at: Instant },
): Promise<void> {
  await db
    .insertInto("cosignature")
    .values({ region_id: region, ...row })
    .onConflict((oc) => oc.columns(["region_id", "size", "witness"]).doNothing())
    .execute();
}

/** The clock of the database. */
export async function databaseNow(db: Db | Tx): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`select clock_timestamp() as now`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("no clock");
  return row.now;
}
