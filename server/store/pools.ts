import pg from "pg";

const oids = { date: 1082, timestamptz: 1184, bigint: 20 } as const;

/** Civil dates stay text, instants become ISO text, counts become numbers: no Date object ever enters the house. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: "text" | "binary") => {
    if (oid === oids.date) return (text: string) => text;
    if (oid === oids.timestamptz) return (text: string) => new Date(text).toISOString();
    if (oid === oids.bigint) return Number;
    return pg.types.getTypeParser(oid, format as "text");
  }) as typeof pg.types.getTypeParser,
};

/** How long the database may take, in milliseconds; 0: as long as it likes. */
export interface TimeLimits {
  /** Until a connection is there: a free one of the pool, or a new one. */
  readonly connect: number;
  /** For one statement. */
  readonly statement: number;
  /** For one statement to get the locks that it needs. */
  readonly lock: number;
  /** For an open transaction that says nothing. */
  readonly idle: number;
}

/** What a migration, a backup or a command of the hour may take: it works long, but does not wait for ever to begin. */
export const longWork: TimeLimits = { connect: 15_000, statement: 0, lock: 0, idle: 0 };

/** How much later than the database itself a statement is given up here: a database that hangs ends nothing. */
const graceMillis = 2000;

/** A pool on a database; under the application's role when `role` is given. */
export function openPool(
  url: string,
  role: string | null,
  max = 10,
  settings = "",
  limits: TimeLimits = longWork,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: "huiyin",
    keepAlive: true,
    connectionTimeoutMillis: limits.connect,
    ...(limits.statement > 0 ? { query_timeout: limits.statement + graceMillis } : {}),
    options: `${role ? `-c role=${role}` : ""} ${limitFlags(limits)} ${settings}`.trim(),
  });
  surviveLosses(pool);
  return pool;
}

/** A pool for the queue, which reads its columns in its own way. */
export function openQueuePool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 6,
    application_name: "huiyin-worker",
    keepAlive: true,
    connectionTimeoutMillis: longWork.connect,
  });
  surviveLosses(pool);
  return pool;
}

/** The same limits as the server itself keeps them; `limits` of 0 are its own defaults. */
function limitFlags({ statement, lock, idle }: TimeLimits): string {
  return `-c statement_timeout=${statement} -c lock_timeout=${lock} -c idle_in_transaction_session_timeout=${idle}`;
}

/**
 * A connection may break at any moment, idle or at work. The pool replaces it and whoever was at work hears of it from
 * their statement; without these listeners the event would end the process.
 */
function surviveLosses(pool: pg.Pool): void {
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
}

/**
 * Lets the planner see what was written in bulk: until it does, a search may take seconds instead of milliseconds. A
 * table without rows is passed over: one that counts as empty would be read from end to end long after it has grown.
 */
export async function takeStock(ownerUrl: string): Promise<void> {
  const pool = openPool(ownerUrl, null, 1);
  try {
    const { rows } = await pool.query<{ name: string }>(
      "select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0",
    );
    if (rows.length > 0) await pool.query(`analyze ${rows.map((row) => row.name).join(", ")}`);
  } finally {
    await pool.end();
  }
}
