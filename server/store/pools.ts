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

/** A pool on a database; under the application's role when `role` is given. */
export function openPool(url: string, role: string | null, max = 10, settings = ""): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: "huiyin",
    options: `${role ? `-c role=${role}` : ""} ${settings}`.trim(),
  });
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  return pool;
}

/** A pool for the queue, which reads its columns in its own way. */
export function openQueuePool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 6, application_name: "huiyin-worker" });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
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
