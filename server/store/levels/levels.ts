import type pg from "pg";
import { bookOfMigrations, migrationFiles, readMigration, runMigration } from "../migrate.ts";

/** How the migrations of a backup stand to those of this program. */
export type Level = "same" | "older" | "newer" | "other";

/** `older`: this program knows them all, and more. One with a number in between may have come later than one behind it. */
export function levelOf(theirs: readonly string[], ours: readonly string[]): Level {
  const [here, there] = [new Set(ours), new Set(theirs)];
  const known = theirs.every((name) => here.has(name));
  if (known && there.size > 0) return there.size === here.size ? "same" : "older";
  return ours.every((name) => there.has(name)) ? "newer" : "other";
}

/** The database holds tables that are not of this program. */
export class ForeignTables extends Error {}

/**
 * Makes the empty schema anew as it was after these migrations, in the transaction of the caller: what is there goes, and
 * comes back when the transaction does not commit. Only for a database in which no region lives.
 */
export async function beginAtLevel(client: pg.ClientBase, migrations: readonly string[]): Promise<void> {
  await clear(client);
  await client.query(bookOfMigrations);
  for (const name of migrations) await runMigration(client, name);
}

/** Runs the migrations that are missing, in the transaction of the caller. */
export async function raiseLevel(client: pg.ClientBase): Promise<void> {
  // What waits for the end of the transaction must be checked before a table can be altered.
  await client.query("set constraints all immediate");
  const { rows } = await client.query<{ name: string }>("select name from schema_migration");
  const done = new Set(rows.map(({ name }) => name));
  for (const name of migrationFiles()) if (!done.has(name)) await runMigration(client, name);
}

/** Tables that a migration of this program makes. */
function ownTables(): ReadonlySet<string> {
  const made = migrationFiles().flatMap((name) =>
    [...readMigration(name).text.matchAll(/^create table "?(\w+)"?/gm)].map(([, table]) => table ?? ""),
  );
  return new Set([...made, "schema_migration"]);
}

async function clear(client: pg.ClientBase): Promise<void> {
  const own = ownTables();
  const found = await client.query<{ what: "table" | "function" | "sequence"; name: string; plain: string }>(`
    select 'table' as what, c.oid::regclass::text as name, c.relname as plain from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
    union all
    select 'sequence', c.oid::regclass::text, '' from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i'))
    union all
    select 'function', p.oid::regprocedure::text, '' from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
  const foreign = found.rows.filter(({ what, plain }) => what === "table" && !own.has(plain));
  if (foreign.length > 0) throw new ForeignTables(foreign.map(({ plain }) => plain).join(", "));
  for (const { what, name } of found.rows) await client.query(`drop ${what} if exists ${name} cascade`);
}
