import type pg from "pg";
import { inject } from "vitest";
import { openPool } from "../../server/store/pools.ts";

let copies = 0;

/** A migrated database in which nobody lives yet; gives the owner's address. */
export async function emptyDatabase(): Promise<string> {
  const template = inject("templateUrl");
  const name = `empty_${process.pid}_${copies++}_${Math.trunc(performance.timeOrigin)}`;
  const admin = openPool(template.replace(/\/huiyin$/, "/postgres"), null, 1);
  await admin.query(`create database ${name} template huiyin strategy file_copy`);
  await admin.end();
  return template.replace(/\/huiyin$/, `/${name}`);
}

/** Does something on one connection of the owner. */
export async function asOwner<T>(url: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const pool = openPool(url, null, 1);
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
    await pool.end();
  }
}
