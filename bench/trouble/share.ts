import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { startEmbeddedPostgres } from "../../server/gateways/embedded-postgres.ts";
import { type Db, openShared } from "../../server/store/db.ts";
import { openPool } from "../../server/store/pools.ts";
import { machine, say } from "../say.ts";

/**
 * What DB_REGION_SHARE does: one region keeps the database busy with long statements, another asks short ones. For each
 * share of 24 connections: how long the other waits, and how much the busy one gets done. The floor is the other alone.
 * `node --import tsx bench/trouble/share.ts`
 */
const pooled = 24;
const crowd = 60;
const longMillis = 80;
const seconds = 5;
const folder = mkdtempSync(join(tmpdir(), "huiyin-share-"));
const database = await startEmbeddedPostgres(folder);

interface Run {
  readonly waits: readonly number[];
  readonly done: number;
  readonly turnedAway: number;
}

async function run(busy: Db | null, other: Db): Promise<Run> {
  const until = performance.now() + seconds * 1000;
  const waits: number[] = [];
  let done = 0;
  let turnedAway = 0;
  const press = async (db: Db) => {
    while (performance.now() < until) {
      try {
        await sql`select pg_sleep(${longMillis / 1000})`.execute(db);
        done += 1;
      } catch {
        turnedAway += 1;
      }
    }
  };
  const ask = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      await sql`select 1`.execute(other);
      waits.push(performance.now() - began);
      await new Promise((next) => setTimeout(next, 10));
    }
  };
  await Promise.all([
    ...(busy ? Array.from({ length: crowd }, () => press(busy)) : []),
    ...Array.from({ length: 4 }, ask),
  ]);
  return { waits: waits.toSorted((a, b) => a - b), done, turnedAway };
}

const at = (sorted: readonly number[], share: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);

try {
  const { cores, cpu, node } = machine();
  say(`${cores} × ${cpu}, node ${node}; ${crowd} at once with ${longMillis} ms each, ${pooled} connections`);
  for (const share of [0, pooled, 16, 12, 8, 4]) {
    const pool = openPool(database.url, null, pooled, "", {
      connect: 5000,
      statement: 20_000,
      lock: 5000,
      idle: 30_000,
    });
    const voucher = { sign: (bytes: Buffer) => bytes, now: () => new Date().toISOString() as never };
    const shared = openShared(pool, voucher, share || pooled, 5000);
    const [busy, other] = [shared.part(), shared.part()];
    const { waits, done, turnedAway } = await run(share === 0 ? null : busy, other);
    const what = share === 0 ? "the other alone" : share === pooled ? "without a share" : `a share of ${share}`;
    say(
      `${what}: the other waits ${at(waits, 0.5)} ms (half), ${at(waits, 0.99)} ms (99 %), ${at(waits, 1)} ms at most; the busy one ${Math.round(done / seconds)}/s, ${turnedAway} turned away`,
    );
    await pool.end();
  }
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
