import pg from "pg";

/** What a list or figure of cases reads; in this order every row finds the one that it refers to. */
const tables = ["case", "case_event", "leg", "duty", "case_sight"] as const;

/** Copies are spread over so many days before the day on which the first ones were lived. */
export const spreadOver = 350;

/**
 * Copies every case of a region so many times within the database, each copy some days earlier: only as many as there
 * are matters for lists and figures. The copies have no chain of hashes and stand in no audit.
 */
export async function multiplyCases(ownerUrl: string, region: string, times: number): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('create temp table first as select id from "case" where region_id = $1', [region]);
    for (const table of tables) await copy(client, table, region, times);
    await client.query("analyze");
    const { rows } = await client.query<{ n: string }>('select count(*) as n from "case" where region_id = $1', [
      region,
    ]);
    return Number(rows[0]?.n);
  } finally {
    await client.end();
  }
}

async function copy(client: pg.Client, table: string, region: string, times: number): Promise<void> {
  const key = table === "case" ? "id" : "case_id";
  const columns = await client.query<{ name: string; type: string }>(
    "select quote_ident(attname) as name, format_type(atttypid, null) as type from pg_attribute where attrelid = ('public.' || quote_ident($1))::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    [table],
  );
  const earlier = `(g.n % ${spreadOver})`;
  const copied = columns.rows.map(({ name, type }) => {
    if (name === key) return `md5(${name}::text || g.n)::uuid`;
    if (table === "case" && name === "number") return `${name} || '-' || g.n`;
    if (type === "timestamp with time zone") return `${name} - make_interval(days => ${earlier})`;
    return type === "date" ? `${name} - ${earlier}` : name;
  });
  const names = columns.rows.map(({ name }) => name).join(", ");
  await client.query(
    `insert into public."${table}" (${names}) select ${copied.join(", ")} from public."${table}"
     cross join generate_series(1, $2::int) g(n) where region_id = $1 and ${key} in (select id from first)`,
    [region, times],
  );
}
