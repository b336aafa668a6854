import { Kysely, PostgresDialect, type PostgresPool, type Transaction } from "kysely";
import type pg from "pg";
import { preparing } from "./prepared.ts";
import type { DB } from "./schema.gen.ts";
import { sharing } from "./sharing.ts";

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Typed SQL on a pool. */
export function openDb(pool: pg.Pool): Db {
  return on(preparing(pool));
}

/** Typed SQL on a pool for all, and on parts of it: each part has at most `most` connections at a time. */
export function openShared(pool: pg.Pool, most: number, waitMillis: number): { readonly whole: Db; part(): Db } {
  const whole = preparing(pool);
  return { whole: on(whole), part: () => on(sharing(whole, most, waitMillis)) };
}

function on(pool: PostgresPool): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** A value on its way into a jsonb column. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
