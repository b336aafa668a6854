import { Kysely, PostgresDialect, type Transaction } from "kysely";
import type pg from "pg";
import { preparing } from "./prepared.ts";
import type { DB } from "./schema.gen.ts";
import { type Voucher, VouchingDialect } from "./trust/vouching.ts";

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Typed SQL on a pool; `voucher`: who vouches for each row that is written. Null only where nothing is that counts. */
export function openDb(pool: pg.Pool, voucher: Voucher | null): Db {
  const config = { pool: preparing(pool) };
  return new Kysely<DB>({ dialect: voucher ? new VouchingDialect(config, voucher) : new PostgresDialect(config) });
}

/** A value on its way into a jsonb column. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
