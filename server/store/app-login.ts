import type pg from "pg";

/** The application's own login: it owns nothing, and has the rights of the role `huiyin_app` and no others. */
export const appLogin = "huiyin_app_login";

/** The login of the job queue: the application's rights, and those over the queue's own tables. */
export const queueLogin = "huiyin_queue_login";

const lock = 7_104_513;

/** Tables of the queue that let only their owner see their rows, unless a policy says otherwise. */
const queueTables = ["_private_jobs", "_private_job_queues", "_private_tasks", "_private_known_crontabs"] as const;

/** Makes both logins, or gives them this password. The owner does it; the database must be migrated. */
export async function ensureLogins(owner: pg.Pool, password: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    // Only a superuser may say that a role has no such rights; one that was just made has none.
    const { rows } = await client.query<{ mighty: boolean }>(
      "select rolsuper as mighty from pg_roles where rolname = current_user",
    );
    const without = rows[0]?.mighty ? "nosuperuser nocreatedb nocreaterole" : "";
    for (const login of [appLogin, queueLogin]) {
      const found = await client.query("select from pg_roles where rolname = $1", [login]);
      if (found.rowCount === 0) await client.query(`create role ${login} login`);
      const secret = client.escapeLiteral(password);
      await client.query(`alter role ${login} login ${without} inherit password ${secret}`);
      await client.query(`grant huiyin_app to ${login}`);
    }
    await client.query(`grant usage on schema graphile_worker to ${queueLogin}`);
    for (const what of ["tables", "sequences", "functions"]) {
      await client.query(`grant all on all ${what} in schema graphile_worker to ${queueLogin}`);
    }
    const there = await client.query<{ name: string }>(
      "select tablename::text as name from pg_policies where schemaname = 'graphile_worker' and policyname = 'huiyin_queue'",
    );
    // Making one locks the table for a moment, so that it is done once and not at every start.
    const open = new Set(there.rows.map(({ name }) => name));
    for (const table of queueTables.filter((name) => !open.has(name))) {
      await client.query(
        `create policy huiyin_queue on graphile_worker.${table} to ${queueLogin} using (true) with check (true)`,
      );
    }
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lock]);
    client.release();
  }
}

/** The address of the same database under another login. */
export function urlUnder(url: string, user: string, password: string): string {
  const other = new URL(url);
  other.username = user;
  other.password = password;
  return other.href;
}

/** Whether whoever is signed in on a connection could change the log: a superuser, or a member of its owner. */
export async function mayRewrite(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean }>(
    `select r.rolsuper or pg_has_role(session_user, t.relowner, 'member') as may
     from pg_roles r, pg_class t where r.rolname = session_user and t.oid = 'public.case_event'::regclass`,
  );
  return rows[0]?.may ?? true;
}
