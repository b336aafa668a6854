import { createGzip } from "node:zlib";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type pg from "pg";
import { version } from "./levels/version.ts";
import { type DumpSigner, signedEnd, Tally } from "./dump-manifest.ts";

/** First line of a backup: what it is and which migrations its rows fit. */
export interface DumpHead {
  readonly huiyin: 1;
  readonly madeAt: string;
  readonly migrations: readonly string[];
  /** Of the program that wrote it; older ones did not say. */
  readonly version?: string;
  readonly tables: readonly string[];
}

/** Rows that are fetched together; of uploaded files one at a time, since each may have ten million bytes. */
const rowsAtOnce = (table: string) => (table === "file_content" ? 1 : 500);

/** Tables that hold data, parents before their children, so that a restore never meets a missing reference. */
export async function dataTables(client: pg.ClientBase): Promise<readonly string[]> {
  const found = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration' order by 1",
  );
  const links = await client.query<{ child: string; parent: string }>(
    "select c.relname as child, p.relname as parent from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.oid <> p.oid",
  );
  const waiting = new Set(found.rows.map((row) => row.name));
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      (table) => !links.rows.some((link) => link.child === table && waiting.has(link.parent)),
    );
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting].join(", ")}`);
    for (const table of ready) {
      waiting.delete(table);
      ordered.push(table);
    }
  }
  return ordered;
}

export async function migrationNames(client: pg.ClientBase): Promise<readonly string[]> {
  const rows = await client.query<{ name: string }>("select name from schema_migration order by name");
  return rows.rows.map((row) => row.name);
}

/**
 * Writes every row of one moment as gzipped lines: the head, then `["table", row]`, then a signed manifest. Readers and
 * writers go on meanwhile. `snapshot`: the moment of another transaction (pg_export_snapshot) instead of this one.
 */
export async function writeDump(
  client: pg.ClientBase,
  target: Writable,
  madeAt: string,
  onTable: (table: string, rows: number) => void,
  signer: DumpSigner,
  snapshot: string | null = null,
): Promise<number> {
  await client.query("begin isolation level repeatable read read only");
  try {
    if (snapshot !== null) await client.query(`set transaction snapshot ${client.escapeLiteral(snapshot)}`);
    const tables = await dataTables(client);
    const head: DumpHead = { huiyin: 1, madeAt, version, migrations: await migrationNames(client), tables };
    const tally = new Tally();
    const lines = async function* () {
      const first = `${JSON.stringify(head)}\n`;
      tally.head(first);
      yield first;
      for (const table of tables) {
        let rows = 0;
        await client.query(
          `declare d no scroll cursor for select row_to_json(t)::text as row from public."${table}" t`,
        );
        for (;;) {
          const batch = await client.query<{ row: string }>(`fetch ${rowsAtOnce(table)} from d`);
          if (batch.rows.length === 0) break;
          rows += batch.rows.length;
          const text = batch.rows.map(({ row }) => `["${table}",${row}]\n`).join("");
          tally.rows(table, text, batch.rows.length);
          yield text;
        }
        await client.query("close d");
        onTable(table, rows);
      }
      yield `${JSON.stringify(signedEnd(tally.manifest(), signer))}\n`;
    };
    await pipeline(Readable.from(lines()), createGzip({ level: 6 }), target);
    return tally.manifest().rows;
  } finally {
    await client.query("rollback");
  }
}
