import { randomUUID } from "node:crypto";
import pg from "pg";

export const floorConnections = 8;

/** The database's own rate on a server: transactions that insert three rows like those of an act, and nothing else. */
export interface DatabaseFloor {
  /** Transactions per second over some seconds. */
  measure(seconds: number): Promise<number>;
  close(): Promise<void>;
}

const setup = `
  create schema if not exists bench_floor;
  create table if not exists bench_floor.case_like (
    region_id text, id uuid, version int, stage text, state jsonb, updated_at timestamptz, primary key (region_id, id));
  create table if not exists bench_floor.event_like (
    region_id text, case_id uuid, seq int, type text, at timestamptz, actor jsonb, data jsonb, previous_hash bytea,
    hash bytea, primary key (region_id, case_id, seq));
  create table if not exists bench_floor.duty_like (
    region_id text, case_id uuid, duty_id text, rule text, due_on date, state text,
    primary key (region_id, case_id, duty_id));
  create index if not exists duty_like_due on bench_floor.duty_like (region_id, due_on) where state = 'open'`;

const inserts = {
  case: "insert into bench_floor.case_like values ($1, $2, 1, 'inHand', $3, now())",
  event: "insert into bench_floor.event_like values ($1, $2, 1, 'legOpened', now(), $3, $4, $5, $6)",
  duty: "insert into bench_floor.duty_like values ($1, $2, 'reply:L1', 'reply', current_date + 14, 'open')",
} as const;

const region = "floor";
const hash = Buffer.alloc(32, 7);
const state = JSON.stringify({
  legs: [{ id: "L1", stage: "dispatched" }],
  happenings: Array(12).fill("reply.submitted"),
});
const actor = JSON.stringify({ kind: "staff", personId: randomUUID(), orgId: "urban", posts: ["clerk"] });
const data = JSON.stringify({ legId: "L1", text: "已安排处理。".repeat(12) });

/** Opens the floor in a schema of its own beside the real tables. */
export async function openFloor(ownerUrl: string): Promise<DatabaseFloor> {
  const clients = Array.from({ length: floorConnections }, () => new pg.Client({ connectionString: ownerUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  await clients[0]?.query(setup);
  return {
    measure: async (seconds) => {
      const from = performance.now();
      const until = from + seconds * 1000;
      const counts = await Promise.all(clients.map((client) => insertUntil(client, until)));
      return counts.reduce((sum, n) => sum + n, 0) / ((performance.now() - from) / 1000);
    },
    close: async () => {
      await clients[0]?.query("drop schema bench_floor cascade");
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}

async function insertUntil(client: pg.Client, until: number): Promise<number> {
  let n = 0;
  for (; performance.now() < until; n += 1) {
    const id = randomUUID();
    await client.query("begin");
    await client.query({ name: "case", text: inserts.case, values: [region, id, state] });
    await client.query({ name: "event", text: inserts.event, values: [region, id, actor, data, hash, hash] });
    await client.query({ name: "duty", text: inserts.duty, values: [region, id] });
    await client.query("commit");
  }
  return n;
}
