import { Kysely, PostgresDialect, type Transaction } from "kysely";
import type pg from "pg";
import { preparing } from "./prepared.ts";
import type { DB } from "./schema.gen.ts";

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Typed SQL on a pool. */
export function openDb(pool: pg.Pool): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
}

/** A value on its way into a jsonb column. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
