import { sql } from "kysely";
import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Db, Tx } from "../db.ts";
import { textOf } from "./vouched.ts";

/** The key under which a region's days and heads are signed a second time, and from where on they are. */
export interface Sm2Key {
  readonly print: string;
  /** PEM. */
  readonly public_key: string;
  /** Later days carry the signature; null: all of them. */
  readonly after_day: PlainDate | null;
  /** Larger heads carry the signature. */
  readonly after_size: number;
}

/** Null while a region has none. */
export async function sm2KeyOf(db: Db | Tx, region: string): Promise<Sm2Key | null> {
  const row = await db
    .selectFrom("sm2_key")
    .select(["print", "public_key", "after_day", "after_size"])
    .where("region_id", "=", region)
    .executeTakeFirst();
  return row ? { ...row, after_day: row.after_day as PlainDate | null, after_size: Number(row.after_size) } : null;
}

export async function addSm2Key(tx: Tx, region: string, key: Sm2Key, at: Instant): Promise<void> {
  await tx
    .insertInto("sm2_key")
    .values({ region_id: region, ...key, begun_at: at })
    .execute();
}

/** The prints of keys of which a voucher says that they were there. Reads all vouchers. */
export async function sm2KeysVouchedFor(db: Db | Tx, region: string): Promise<readonly string[]> {
  const { rows } = await sql<{ print: string }>`
    select distinct line ->> 1 as print from voucher v, jsonb_array_elements(v.rows) as line
    where v.region_id = ${region} and line ->> 0 = 'sm2_key'`.execute(db);
  return rows.map(({ print }) => print);
}

/** The row as its voucher knows it: the hash is made of the text. */
export async function sm2KeyText(
  db: Db,
  region: string,
): Promise<{ readonly key: string; readonly text: string } | null> {
  const { rows } = await sql<{ key: string; text: string }>`
    select print as key, ${sql.raw(textOf("sm2_key"))} as text from sm2_key where region_id = ${region}`.execute(db);
  return rows[0] ?? null;
}
