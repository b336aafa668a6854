import type { Readable } from "node:stream";
import type pg from "pg";
import { dataTables, type DumpHead } from "./dump.ts";
import { type DumpEnd, differing, isSignedBy, type Manifest, printOf, Tally } from "./dump-manifest.ts";
import { beginAtLevel, ForeignTables, raiseLevel } from "./levels/levels.ts";
import { eachLine, readHead, RestoreRefused } from "./dump-lines.ts";

const rowsAtOnce = 500;
const charactersAtOnce = 8_000_000;

/** What a backup is checked with. */
export interface DumpTrust {
  /** PEM of the audit key, from elsewhere than the backup; null: it is not here. */
  readonly publicKey: string | null;
  /** Takes one that was written before backups were signed. */
  readonly unsigned: boolean;
}

/** How a backup was put back, and how much of it could be checked. */
export interface Restored {
  readonly rows: number;
  /** By signature and hashes; by hashes, which whoever altered it could have written anew; not at all. */
  readonly checked: "signed" | "hashes" | "nothing";
  /** The print of the key that has signed it. */
  readonly print: string | null;
  /** The last migration of the program that wrote it, where that was an older one. */
  readonly raisedFrom: string | null;
}

/**
 * Puts every row of a backup into an empty database: all of it, or nothing. What an older program wrote goes into the
 * schema of its time, which is then brought up to date.
 */
export async function readDump(
  client: pg.ClientBase,
  source: Readable,
  onTable: (table: string, rows: number) => void,
  trust: DumpTrust,
): Promise<Restored> {
  await client.query("begin");
  try {
    await mustBeEmpty(client);
    await client.query("delete from calendar_version");
    const { end, manifest, raisedFrom } = await readLines(client, source, onTable);
    const restored = { ...judge(end, manifest, trust), raisedFrom };
    if (raisedFrom !== null) await raiseLevel(client);
    await wakeWorker(client);
    await client.query("select setval('voucher_number', (select coalesce(max(n), 0) + 1 from voucher), false)");
    await client.query("commit");
    return restored;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** Refuses what is not what was signed. */
function judge(end: DumpEnd, come: Manifest, { publicKey, unsigned }: DumpTrust): Omit<Restored, "raisedFrom"> {
  const { manifest: signed, publicKey: own } = end;
  if (!signed || !own) {
    if (!unsigned) throw new RestoreRefused("unsigned");
    return { rows: come.rows, checked: "nothing", print: null };
  }
  const wrong = differing(signed, come);
  if (wrong !== null) throw new RestoreRefused("altered", wrong);
  if (!isSignedBy(end, publicKey ?? own)) throw new RestoreRefused(publicKey ? "otherKey" : "altered", printOf(own));
  return { rows: come.rows, checked: publicKey ? "signed" : "hashes", print: printOf(own) };
}

async function mustBeEmpty(client: pg.ClientBase): Promise<void> {
  const found = await client.query("select from region limit 1");
  if (found.rowCount !== 0) throw new RestoreRefused("notEmpty");
}

async function makeOlder(client: pg.ClientBase, { migrations }: DumpHead): Promise<void> {
  try {
    await beginAtLevel(client, migrations);
  } catch (error) {
    throw error instanceof ForeignTables ? new RestoreRefused("notEmpty", error.message) : error;
  }
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
  onTable: (table: string, rows: number) => void,
): Promise<{ readonly end: DumpEnd; readonly manifest: Manifest; readonly raisedFrom: string | null }> {
  const tally = new Tally();
  let raisedFrom: string | null = null;
  let tables: readonly string[] = [];
  let together: ReadonlySet<string> = new Set();
  let head: DumpHead | null = null;
  let end: DumpEnd | null = null;
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
      tally.head(`${line}\n`);
      const read = await readHead(client, line);
      head = read.head;
      if (read.level === "older") {
        await makeOlder(client, head);
        raisedFrom = head.migrations.at(-1) ?? null;
      }
      tables = await dataTables(client);
      together = await linkedToThemselves(client);
      if (head.tables.some((name) => !tables.includes(name))) throw new RestoreRefused("notABackup", "tables");
      return;
    }
    if (line.startsWith("{")) {
      end = JSON.parse(line) as DumpEnd;
      return;
    }
    const split = line.indexOf(",");
    const name = JSON.parse(line.slice(1, split)) as string;
    tally.rows(name, `${line}\n`, 1);
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
  const last = end as DumpEnd | null;
  if (last?.end !== total) throw new RestoreRefused("cutOff", `${total} of ${last?.end ?? "?"} rows`);
  return { end: last, manifest: tally.manifest(), raisedFrom };
}

/** The columns that are written; what the database works out itself it works out again. */
async function writtenColumns(client: pg.ClientBase, table: string): Promise<string> {
  const found = await client.query<{ columns: string }>(
    "select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute where attrelid = ('public.' || quote_ident($1))::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    [table],
  );
  return found.rows[0]?.columns ?? "";
}
