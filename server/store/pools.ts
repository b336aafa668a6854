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

/** Lets the planner see what was written in bulk: until it does, a search may take seconds instead of milliseconds. */
export async function takeStock(ownerUrl: string): Promise<void> {
  const pool = openPool(ownerUrl, null, 1);
  try {
    await pool.query("analyze");
  } finally {
    await pool.end();
  }
}
