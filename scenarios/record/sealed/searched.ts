import type pg from "pg";

/**
 * In which columns of the whole database, the queue's among them, each text stands: plain, in hexadecimal or in base64.
 * Texts that stand nowhere are left out.
 */
export async function columnsHolding(
  owner: pg.Pool,
  texts: Readonly<Record<string, string>>,
): Promise<Record<string, readonly string[]>> {
  const shapes = Object.entries(texts).map(([name, text]) => [name, shapesOf(Buffer.from(text))] as const);
  const found: Record<string, string[]> = {};
  for (const { s, t, columns } of await storedColumns(owner)) {
    const read = columns.map((column, n) => `"${column}"::text as c${n}`).join(", ");
    const { rows } = await owner.query<Record<string, string | null>>(`select ${read} from "${s}"."${t}"`);
    for (const [n, column] of columns.entries()) {
      const values = rows.map((row) => row[`c${n}`] ?? "");
      for (const [name, of] of shapes) {
        if (!values.some((value) => of.some((shape) => value.includes(shape)))) continue;
        found[name] = [...(found[name] ?? []), `${s === "public" ? "" : `${s}.`}${t}.${column}`];
      }
    }
  }
  return found;
}

async function storedColumns(owner: pg.Pool) {
  const { rows } = await owner.query<{ s: string; t: string; columns: string[] }>(
    `select c.table_schema as s, c.table_name as t, array_agg(c.column_name::text order by c.column_name) as columns
     from information_schema.columns c
     join information_schema.tables b on b.table_schema = c.table_schema and b.table_name = c.table_name
     where b.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
     group by 1, 2 order by 1, 2`,
  );
  return rows;
}

/** A text as a column of text, of bytes or of JSON shows it; within base64 it may begin at any byte of a group. */
function shapesOf(text: Buffer): readonly string[] {
  const within = [0, 1, 2].map((cut) => {
    const whole = text.subarray(cut);
    return whole.subarray(0, whole.length - (whole.length % 3)).toString("base64");
  });
  return [text.toString("utf8"), text.toString("hex"), ...within];
}
