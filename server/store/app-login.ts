import type pg from "pg";

/** The application's own login: it owns nothing, and has the rights of the role `huiyin_app` and no others. */
export const appLogin = "huiyin_app_login";

const lock = 7_104_513;

/** Makes the application's login, or gives it this password. The owner does it; the database must be migrated. */
export async function ensureAppLogin(owner: pg.Pool, password: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    const found = await client.query("select from pg_roles where rolname = $1", [appLogin]);
    if (found.rowCount === 0) await client.query(`create role ${appLogin} login`);
    const secret = client.escapeLiteral(password);
    await client.query(`alter role ${appLogin} login nosuperuser nocreatedb nocreaterole inherit password ${secret}`);
    await client.query(`grant huiyin_app to ${appLogin}`);
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
