import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../server/gateways/embedded-postgres.ts";
import { openPool } from "../../server/store/pools.ts";

/** A database that is there for one drill only. */
export interface Spare {
  /** The owner's address of it. */
  readonly url: string;
  readonly name: string;
  /** Databases that an earlier drill left behind when it was killed, and that are gone now. */
  readonly swept: readonly string[];
  remove(): Promise<void>;
}

/** The owner's login may not make databases. */
export class MayNotCreate extends Error {}

const mark = "huiyin_drill_";

/** A new database beside the one that `ownerUrl` names, on the same PostgreSQL. */
export async function besideIt(ownerUrl: string, now: number): Promise<Spare> {
  const name = `${mark}${process.pid}_${now}`;
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  const pool = openPool(ownerUrl, null, 1);
  try {
    const swept = await sweep(ownerUrl);
    await pool.query(`create database ${name} template template0 encoding 'UTF8'`);
    return { url: url.toString(), name, swept, remove: () => drop(ownerUrl, name) };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "42501") throw new MayNotCreate(error.message);
    throw error;
  } finally {
    await pool.end();
  }
}

async function sweep(ownerUrl: string): Promise<readonly string[]> {
  const pool = openPool(ownerUrl, null, 1);
  try {
    const left = await pool.query<{ name: string }>(
      "select datname as name from pg_database d where datname like $1 and not exists (select from pg_stat_activity a where a.datname = d.datname) and pg_catalog.pg_has_role(datdba, 'usage')",
      [`${mark.replaceAll("_", "\\_")}%`],
    );
    const names = left.rows.map((row) => row.name).filter((name) => isOver(name));
    for (const name of names) await pool.query(`drop database if exists "${name}"`);
    return names;
  } finally {
    await pool.end();
  }
}

/** Whether the process that made a database of this name has ended; another drill may be just about to connect. */
function isOver(name: string): boolean {
  const pid = Number(/^huiyin_drill_(\d+)_\d+$/.exec(name)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

async function drop(ownerUrl: string, name: string): Promise<void> {
  const pool = openPool(ownerUrl, null, 1);
  try {
    await pool.query(`drop database if exists "${name}" with (force)`);
  } finally {
    await pool.end();
  }
}

/** A PostgreSQL of its own in a folder of its own: nothing of the source's server is used. */
export async function apart(): Promise<Spare> {
  const folder = mkdtempSync(join(tmpdir(), "huiyin-drill-"));
  try {
    const postgres = await startEmbeddedPostgres(folder, ["-c", "fsync=off"]);
    return {
      url: postgres.url,
      name: folder,
      swept: [],
      remove: async () => {
        await postgres.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
