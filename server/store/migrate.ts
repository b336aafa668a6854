import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { runMigrations as migrateQueue } from "graphile-worker";
import type pg from "pg";

const folder = new URL("./migrations/", import.meta.url);
const lock = 7_104_511;

/** The table of migrations that have run. */
export const bookOfMigrations =
  "create table if not exists schema_migration (name text primary key, sha256 text not null, ran_at timestamptz not null default now())";

/** The migrations that this program knows, in their order. */
export function migrationFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
}

export function readMigration(name: string): { readonly text: string; readonly sha256: string } {
  const text = readFileSync(new URL(name, folder), "utf8");
  return { text, sha256: createHash("sha256").update(text).digest("hex") };
}

/** Runs one file in the transaction of the caller. */
export async function runMigration(client: pg.ClientBase, name: string): Promise<void> {
  const { text, sha256 } = readMigration(name);
  await client.query(text);
  await client.query("insert into schema_migration (name, sha256) values ($1, $2)", [name, sha256]);
}

/** Brings the schema up to date, one file a transaction; refuses when a file that ran has been changed since. */
export async function migrate(pool: pg.Pool, url: string): Promise<readonly string[]> {
  const client = await pool.connect();
  const ran: string[] = [];
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await migrateQueue({ connectionString: url, noHandleSignals: true });
    await client.query(bookOfMigrations);
    const done = new Map<string, string>(
      (await client.query("select name, sha256 from schema_migration")).rows.map((row) => [row.name, row.sha256]),
    );
    for (const name of migrationFiles()) {
      const { sha256 } = readMigration(name);
      const known = done.get(name);
      if (known === sha256) continue;
      if (known) throw new Error(`migration ${name} was changed after it ran; write a new one instead`);
      await client.query("begin");
      await runMigration(client, name);
      await client.query("commit");
      ran.push(name);
    }
    return ran;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lock]);
    client.release();
  }
}
