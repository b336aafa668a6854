import { createHash } from "node:crypto";
import type pg from "pg";
import { dataTables } from "../../server/store/dump.ts";

/** One table as it was restored beside the same table of the source. */
export interface TableCompared {
  readonly table: string;
  /** Rows that were restored, and a SHA-256 over the sorted hashes of all of them. */
  readonly rows: number;
  readonly print: string;
  readonly sourceRows: number;
  /** Restored rows that the source does not have in these very words. */
  readonly onlyRestored: number;
  /** Rows of the source that were not restored. */
  readonly onlySource: number;
}

const rowsAtOnce = 5000;

/** The SHA-256 of every row of a table in order; the database sorts, so that only a part is held here. */
async function* rowHashes(client: pg.ClientBase, table: string): AsyncGenerator<Buffer> {
  await client.query(
    `declare row_hashes no scroll cursor for select sha256(convert_to(t::text, 'UTF8')) as hash from public."${table}" t order by 1`,
  );
  for (;;) {
    const { rows } = await client.query<{ hash: Buffer }>(`fetch ${rowsAtOnce} from row_hashes`);
    for (const { hash } of rows) yield hash;
    if (rows.length < rowsAtOnce) break;
  }
  await client.query("close row_hashes");
}

/** Opens a transaction in which rows are written out in one way whatever the settings of a login are. */
export async function beginReading(client: pg.ClientBase): Promise<void> {
  await client.query("begin isolation level repeatable read read only");
  for (const setting of ["timezone = 'UTC'", "datestyle = 'ISO'", "bytea_output = 'hex'", "extra_float_digits = 1"])
    await client.query(`set local ${setting}`);
}

/** Goes through both databases table by table. Both connections stand in a transaction of `beginReading`. */
export async function compareTables(
  restored: pg.ClientBase,
  source: pg.ClientBase,
  onTable: (table: string, rows: number) => void,
): Promise<readonly TableCompared[]> {
  const found: TableCompared[] = [];
  for (const table of await dataTables(restored)) {
    const compared = await compareTable(table, rowHashes(restored, table), rowHashes(source, table));
    onTable(table, compared.rows);
    found.push(compared);
  }
  return found;
}

/** Two sorted lists of hashes, walked side by side. */
export async function compareTable(
  table: string,
  restored: AsyncGenerator<Buffer>,
  source: AsyncGenerator<Buffer>,
): Promise<TableCompared> {
  const whole = createHash("sha256");
  const counts = { rows: 0, sourceRows: 0, onlyRestored: 0, onlySource: 0 };
  let [mine, theirs] = [await restored.next(), await source.next()];
  while (!mine.done || !theirs.done) {
    const order = mine.done ? 1 : theirs.done ? -1 : Buffer.compare(mine.value, theirs.value);
    if (order <= 0 && !mine.done) {
      counts.rows += 1;
      whole.update(mine.value);
      if (order < 0) counts.onlyRestored += 1;
    }
    if (order >= 0 && !theirs.done) {
      counts.sourceRows += 1;
      if (order > 0) counts.onlySource += 1;
    }
    if (order <= 0) mine = await restored.next();
    if (order >= 0) theirs = await source.next();
  }
  return { table, print: whole.digest("hex"), ...counts };
}

/** What the log is made of: nothing of it ever changes, so that whatever was backed up must stand in the source today. */
const logs: ReadonlySet<string> = new Set(["case_event", "office_event", "day_root", "access_log"]);

/**
 * `same`: row for row. `grown`: the source has all of it, and more by now. `moved`: the source has changed since, so that
 * these rows could not be compared. `differs`: it cannot be what the source held.
 */
export type Verdict = "same" | "grown" | "moved" | "differs";

export function verdictOf({ table, onlyRestored, onlySource }: TableCompared, sameMoment: boolean): Verdict {
  if (onlyRestored === 0 && onlySource === 0) return "same";
  if (sameMoment) return "differs";
  if (onlyRestored === 0) return "grown";
  return logs.has(table) ? "differs" : "moved";
}
