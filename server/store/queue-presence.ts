import type pg from "pg";
import type { Instant } from "../../domain/calendar/plain-date.ts";

/** Held by every worker as long as it lives, shared with the others; whoever gets it alone knows that there are none. */
const present = 7_104_512;
/** A worker that was killed may be seen for a moment longer, until the database has buried its connection. */
const looks = [0, 1000, 3000, 8000, 20_000];
const everyMillis = 30_000;

/** These take seconds. A job that is still locked minutes later has lost its worker, or its worker the database. */
const shortTasks = ["deliver", "sendCode", "answerJoined"];
const longestMinutes = 3;

/** A worker's mark in the database. */
export interface Presence {
  leave(): Promise<void>;
}

/**
 * Says that a worker lives here, and frees what dead ones have left locked: the queue by itself would keep their jobs for
 * four hours. Where no other worker lives all of it is free at once, else what has been locked for longer than it may.
 */
export async function enterQueue(pool: pg.Pool, now: () => Instant): Promise<Presence> {
  let client: pg.PoolClient | null = null;
  let left = false;
  let timer: NodeJS.Timeout | null = null;
  let work: Promise<void> = Promise.resolve();
  const enter = async (): Promise<pg.PoolClient> => {
    const fresh = await pool.connect();
    await fresh.query("select pg_advisory_lock_shared($1)", [present]);
    return fresh;
  };
  client = await enter();
  const startedAt = await client.query<{ at: Date }>("select now() as at");
  const since = startedAt.rows[0]?.at;
  let look = 0;
  let alone = false;
  const tend = async () => {
    try {
      client ??= await enter();
      if (!alone && look < looks.length) alone = await freeLeftBefore(client, since, now());
      await freeForgotten(client);
    } catch {
      // The database is away: the next round enters anew.
      client?.release(true);
      client = null;
    }
    look += 1;
    const wait = alone ? everyMillis : Math.max(1, (looks[look] ?? everyMillis) - (looks[look - 1] ?? 0));
    if (!left) timer = setTimeout(() => void (work = tend()), wait).unref();
  };
  await tend();
  return {
    leave: async () => {
      left = true;
      if (timer) clearTimeout(timer);
      await work;
      client?.release(true);
    },
  };
}

/** Frees everything that was locked before, if no other worker lives; a message that was on its way goes out anew. */
async function freeLeftBefore(client: pg.PoolClient, since: Date | undefined, now: Instant): Promise<boolean> {
  const { rows } = await client.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [present]);
  if (rows[0]?.alone !== true) return false;
  await client.query(
    "update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = least(run_at, now()) where locked_at < $1",
    [since],
  );
  await client.query("update outbox set taken_until = $1 where taken_until > $1", [now]);
  await client.query("select pg_advisory_unlock($1)", [present]);
  return true;
}

async function freeForgotten(client: pg.PoolClient): Promise<void> {
  await client.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null
     where locked_at < now() - make_interval(mins => $1)
       and task_id in (select id from graphile_worker._private_tasks where identifier = any($2::text[]))`,
    [longestMinutes, shortTasks],
  );
}
