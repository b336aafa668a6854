import type { Readable } from "node:stream";
import type pg from "pg";
import { dataTables, type DumpHead } from "./dump.ts";
import { eachLine, readHead, RestoreRefused } from "./dump-lines.ts";

const rowsAtOnce = 500;
const charactersAtOnce = 8_000_000;

/** Puts every row of a backup into an empty database of the same version: all of it, or nothing. */
export async function readDump(
  client: pg.ClientBase,
  source: Readable,
  onTable: (table: string, rows: number) => void,
): Promise<number> {
  await client.query("begin");
  try {
    const tables = await dataTables(client);
    await mustBeEmpty(client);
    await client.query("delete from calendar_version");
    const total = await readLines(client, source, tables, onTable);
    await wakeWorker(client);
    await client.query("commit");
    return total;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function mustBeEmpty(client: pg.ClientBase): Promise<void> {
  const found = await client.query("select from region limit 1");
  if (found.rowCount !== 0) throw new RestoreRefused("notEmpty");
}

/** The queue is not in a backup: messages that were waiting to be sent are put into it again. */
async function wakeWorker(client: pg.ClientBase): Promise<void> {
  await client.query(
    "select enqueue('deliver', json_build_object('region', region_id, 'message', id), 'deliver:' || id) from outbox where state = 'waiting'",
  );
}

/** Tables whose rows refer to other rows of the same table: in whatever order these come, they must go in together. */
async function linkedToThemselves(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  const found = await client.query<{ name: string }>(
    "select c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and k.conrelid = k.confrelid and c.relnamespace = 'public'::regnamespace",
  );
  return new Set(found.rows.map((row) => row.name));
}

async function readLines(
  client: pg.ClientBase,
  source: Readable,
  tables: readonly string[],
  onTable: (table: string, rows: number) => void,
): Promise<number> {
  const together = await linkedToThemselves(client);
  let head: DumpHead | null = null;
  let end: number | null = null;
  let total = 0;
  let table = "";
  let rows: string[] = [];
  let characters = 0;
  let inTable = 0;
  const flush = async () => {
    if (rows.length === 0) return;
    const text = `[${rows.join(",")}]`;
    const columns = await writtenColumns(client, table);
    await client.query(
      `insert into public."${table}" (${columns}) select ${columns} from json_populate_recordset(null::public."${table}", $1::json)`,
      [text],
    );
    total += rows.length;
    inTable += rows.length;
    rows = [];
    characters = 0;
  };
  const take = async (line: string) => {
    if (head === null) {
      head = await readHead(client, line, tables);
      return;
    }
    if (line.startsWith("{")) {
      end = (JSON.parse(line) as { end: number }).end;
      return;
    }
    const split = line.indexOf(",");
    const name = JSON.parse(line.slice(1, split)) as string;
    if (!tables.includes(name)) throw new RestoreRefused("notABackup", name);
    const full = (rows.length >= rowsAtOnce || characters > charactersAtOnce) && !together.has(table);
    if (name !== table || full) {
      await flush();
      if (name !== table) {
        if (table) onTable(table, inTable);
        inTable = 0;
      }
      table = name;
    }
    rows.push(line.slice(split + 1, -1));
    characters += line.length;
  };
  await eachLine(source, take);
  await flush();
  if (table) onTable(table, inTable);
  if (head === null) throw new RestoreRefused("notABackup");
  if (end !== total) throw new RestoreRefused("cutOff", `${total} of ${end ?? "?"} rows`);
  return total;
}

/** The columns that are written; what the database works out itself it works out again. */
async function writtenColumns(client: pg.ClientBase, table: string): Promise<string> {
  const found = await client.query<{ columns: string }>(
    "select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute where attrelid = ('public.' || quote_ident($1))::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    [table],
  );
  return found.rows[0]?.columns ?? "";
}
