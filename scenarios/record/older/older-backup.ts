import { Readable, Writable } from "node:stream";
import { gunzipSync } from "node:zlib";
import type pg from "pg";
import { dataTables, writeDump } from "../../../server/store/dump.ts";
import { beginAtLevel } from "../../../server/store/levels/levels.ts";
import { migrationFiles } from "../../../server/store/migrate.ts";
import type { FreshHouse } from "../../fresh-house.ts";
import { asOwner, emptyDatabase } from "../empty-database.ts";

/** The names of the migrations up to one, by its number: `0027`. */
export function migrationsUpTo(number: string): readonly string[] {
  const names = migrationFiles();
  const last = names.findIndex((name) => name.startsWith(`${number}-`));
  if (last < 0) throw new Error(`no migration ${number}`);
  return names.slice(0, last + 1);
}

/** A backup of the house as it is. */
export async function backupOf(house: FreshHouse, url = house.url): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  await asOwner(url, (client) => writeDump(client, sink, house.now(), () => undefined, house.keys));
  return Buffer.concat(chunks);
}

/** A backup of the same house as a program of an earlier schema would have written it: what that had no room for is left out. */
export async function olderBackupOf(house: FreshHouse, number: string): Promise<Buffer> {
  const url = await emptyDatabase();
  const text = gunzipSync(await backupOf(house)).toString("utf8");
  await asOwner(url, async (client) => {
    await client.query("begin");
    await beginAtLevel(client, migrationsUpTo(number));
    await client.query("commit");
    await client.query("set session_replication_role = replica");
    await fill(client, text.split("\n").slice(1, -2));
  });
  return backupOf(house, url);
}

async function fill(client: pg.PoolClient, lines: readonly string[]): Promise<void> {
  const tables = new Set(await dataTables(client));
  for (const line of lines) {
    const [table, row] = JSON.parse(line) as [string, Record<string, unknown>];
    if (!tables.has(table)) continue;
    const found = await client.query<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = ('public.' || quote_ident($1))::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
      [table],
    );
    // A column that has gone since keeps what it is without: its default.
    const columns = found.rows.flatMap(({ name }) => (Object.hasOwn(row, name) ? [`"${name}"`] : [])).join(", ");
    await client.query(
      `insert into "${table}" (${columns}) select ${columns} from json_populate_record(null::"${table}", $1::json)`,
      [JSON.stringify(row)],
    );
  }
}

/** Bytes as a restore reads them. */
export function streamOf(bytes: Buffer): Readable {
  return Readable.from([bytes]);
}
