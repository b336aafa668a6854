import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { startEmbeddedPostgres } from "../../server/gateways/embedded-postgres.ts";
import { openKeys } from "../../server/gateways/keys/keys.ts";
import { writeDump } from "../../server/store/dump.ts";
import { migrate } from "../../server/store/migrate.ts";
import { openPool } from "../../server/store/pools.ts";
import { readDump } from "../../server/store/undump.ts";
import { say } from "../say.ts";

/** How long a restore takes with none, three and nine files of ten megabytes: `node --import tsx bench/trouble/restore.ts`. */
const folder = mkdtempSync(join(tmpdir(), "huiyin-restore-"));
const database = await startEmbeddedPostgres(folder);
const base = database.url.replace(/\/huiyin$/, "");

async function fresh(name: string): Promise<string> {
  const admin = openPool(`${base}/postgres`, null, 1);
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = `${base}/${name}`;
  const pool = openPool(url, null, 2);
  await migrate(pool, url);
  await pool.end();
  return url;
}

async function using<T>(url: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const pool = openPool(url, null, 1);
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
    await pool.end();
  }
}

const keys = openKeys({ masterKey: "11".repeat(32), dataDir: "unused" });
const trust = { publicKey: keys.publicKey, unsigned: false };
try {
  for (const files of [0, 3, 9]) {
    const from = await fresh(`from_${files}`);
    await using(from, async (client) => {
      for (let n = 0; n < files; n += 1) {
        await client.query("insert into file_content (region_id, sha256, bytes) values ('r', $1, $2)", [
          randomBytes(32),
          randomBytes(10 * 1024 * 1024),
        ]);
      }
    });
    const file = join(folder, `backup-${files}`);
    await using(from, (client) =>
      writeDump(client, createWriteStream(file), new Date().toISOString(), () => undefined, keys),
    );
    const to = await fresh(`to_${files}`);
    const began = performance.now();
    await using(to, (client) => readDump(client, createReadStream(file), () => undefined, trust));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    say(
      `${files} files: backup ${Math.round(statSync(file).size / 1024 / 1024)} MB, restore ${seconds} s, memory at most ${megabytes} MB`,
    );
  }
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
