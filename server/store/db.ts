import { Kysely, PostgresDialect, type PostgresPool, type Transaction } from "kysely";
import type pg from "pg";
import { preparing } from "./prepared.ts";
import type { DB } from "./schema.gen.ts";
import { type Voucher, VouchingDialect } from "./trust/vouching.ts";
import { sharing } from "./sharing.ts";

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Typed SQL on a pool; `voucher`: who vouches for each row that is written. Null only where nothing is that counts. */
export function openDb(pool: pg.Pool, voucher: Voucher | null): Db {
  return on(preparing(pool), voucher);
}

/** Typed SQL on a pool for all, and on parts of it: each part has at most `most` connections at a time. */
export function openShared(
  pool: pg.Pool,
  voucher: Voucher,
  most: number,
  waitMillis: number,
): { readonly whole: Db; part(): Db } {
  const whole = preparing(pool);
  return { whole: on(whole, voucher), part: () => on(sharing(whole, most, waitMillis), voucher) };
}

function on(pool: PostgresPool, voucher: Voucher | null): Db {
  return new Kysely<DB>({ dialect: voucher ? new VouchingDialect({ pool }, voucher) : new PostgresDialect({ pool }) });
}

/** A value on its way into a jsonb column. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
