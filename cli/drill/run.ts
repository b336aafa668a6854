import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import type { Config } from "../../server/config.ts";
import { openDatabase } from "../../server/database.ts";
import { openKeys } from "../../server/gateways/keys/keys.ts";
import { type Books, mustHavePacks, openHouse } from "../../server/main.ts";
import { writeDump } from "../../server/store/dump.ts";
import { RestoreRefused } from "../../server/store/dump-lines.ts";
import { migrate } from "../../server/store/migrate.ts";
import { regionIds } from "../../server/store/office/regions.ts";
import { openPool } from "../../server/store/pools.ts";
import { readDump } from "../../server/store/undump.ts";
import { beginReading, compareTables, type TableCompared, type Verdict, verdictOf } from "./compare.ts";
import { asOfBackup } from "./as-of-then.ts";
import { type CasesOpened, reopenCases } from "./reopen.ts";
import { apart, besideIt, type Spare } from "./spare.ts";

/** What of a log was found in the restored database. */
export interface LogChecked {
  readonly region: string;
  readonly events: number;
  readonly faults: readonly { readonly what: string; readonly stream: string; readonly seq: number | null }[];
}

export interface DrillReport {
  /** The backup that was tried; null: one that was made for the drill. */
  readonly file: string | null;
  readonly bytes: number;
  readonly place: string;
  readonly apart: boolean;
  readonly swept: readonly string[];
  /** Why the backup did not go in; the rest is empty then. */
  readonly refused: { readonly reason: RestoreRefused["reason"]; readonly detail: string } | null;
  readonly rows: number;
  /** Null: the source holds nothing to compare with. */
  readonly tables: readonly (TableCompared & { readonly verdict: Verdict })[] | null;
  readonly logs: readonly LogChecked[];
  readonly cases: readonly CasesOpened[];
  readonly seconds: Readonly<Record<"backup" | "restore" | "compare" | "verify" | "open" | "all", number>>;
  readonly sound: boolean;
}

export interface DrillOptions {
  readonly file: string | null;
  readonly apart: boolean;
  /** How many cases of each region are opened. */
  readonly cases: number;
}

type Tell = (step: "backup" | "restore" | "compare" | "verify" | "open", detail: string) => void;

/** Seconds since a mark, to the tenth. */
function watch(): () => number {
  const from = performance.now();
  return () => Math.round((performance.now() - from) / 100) / 10;
}

/** Restores a backup into a database of its own, proves what can be proven of it, and removes that database. */
export async function drill(config: Config, books: Books, options: DrillOptions, tell: Tell): Promise<DrillReport> {
  const all = watch();
  const folder = mkdtempSync(join(tmpdir(), "huiyin-drill-"));
  const database = await openDatabase(config, "command");
  const source = openPool(database.ownerUrl, null, 3);
  let spare: Spare | null = null;
  try {
    await migrate(source, database.ownerUrl);
    spare = options.apart ? await apart() : await besideIt(database.ownerUrl, Date.now());
    const moment = await source.connect();
    try {
      await beginReading(moment);
      const taken = await takeBackup(config, source, moment, options.file, folder, tell);
      const proven = await prove(config, books, options, spare, taken, moment, tell);
      return { ...proven, seconds: { ...proven.seconds, backup: taken.seconds, all: all() } };
    } finally {
      await moment.query("rollback");
      moment.release();
    }
  } finally {
    await spare?.remove();
    await source.end();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Taken {
  readonly path: string;
  readonly own: boolean;
  readonly seconds: number;
}

/** The backup that was named, or one of the very moment that the source is compared at. */
async function takeBackup(
  config: Config,
  source: pg.Pool,
  moment: pg.PoolClient,
  file: string | null,
  folder: string,
  tell: Tell,
): Promise<Taken> {
  if (file !== null) return { path: file, own: false, seconds: 0 };
  const since = watch();
  const path = join(folder, "backup.gz");
  const { rows } = await moment.query<{ snapshot: string }>("select pg_export_snapshot() as snapshot");
  const client = await source.connect();
  try {
    const target = createWriteStream(path, { mode: 0o600 });
    const keys = openKeys(config);
    const onTable = (table: string) => tell("backup", table);
    await writeDump(client, target, new Date().toISOString(), onTable, keys, rows[0]?.snapshot ?? null);
  } finally {
    client.release();
  }
  return { path, own: true, seconds: since() };
}

/** What stays empty where nothing went in. */
const nothing = { rows: 0, tables: null, logs: [], cases: [], sound: false };
const untimed = { backup: 0, restore: 0, compare: 0, verify: 0, open: 0, all: 0 };

async function prove(
  config: Config,
  books: Books,
  options: DrillOptions,
  spare: Spare,
  taken: Taken,
  moment: pg.PoolClient,
  tell: Tell,
): Promise<DrillReport> {
  const given = {
    file: taken.own ? null : taken.path,
    bytes: statSync(taken.path).size,
    place: spare.name,
    apart: options.apart,
    swept: spare.swept,
  };
  const { rows, refused, seconds: restore } = await restoreInto(config, spare, taken.path, tell);
  if (refused) return { ...given, ...nothing, refused, seconds: { ...untimed, restore } };
  const comparing = watch();
  const tables = await compare(spare, moment, taken.own, tell);
  const compared = comparing();
  const inside = { ...config, databaseUrl: spare.url, databaseAppUrl: null, databaseAppPassword: null };
  const { logs, cases, verify, open } = await lookInside(inside, books, options, taken.path, tell);
  const sound =
    (tables ?? []).every(({ verdict }) => verdict !== "differs") &&
    logs.every(({ faults }) => faults.length === 0) &&
    cases.every(({ wrong }) => wrong.length === 0);
  const seconds = { ...untimed, restore, compare: compared, verify, open };
  return { ...given, refused: null, rows, tables, logs, cases, seconds, sound };
}

/** Puts a backup into the new database, or says why it does not go in. */
async function restoreInto(config: Config, spare: Spare, path: string, tell: Tell) {
  const since = watch();
  const pool = openPool(spare.url, null, 2);
  try {
    await migrate(pool, spare.url);
    const client = await pool.connect();
    try {
      const trust = { publicKey: openKeys(config).publicKey, unsigned: false };
      const { rows } = await readDump(client, createReadStream(path), (table) => tell("restore", table), trust);
      await client.query("analyze");
      return { rows, refused: null, seconds: since() };
    } finally {
      client.release();
    }
  } catch (error) {
    if (!(error instanceof RestoreRefused)) throw error;
    return { rows: 0, refused: { reason: error.reason, detail: error.detail }, seconds: since() };
  } finally {
    await pool.end();
  }
}

async function compare(
  spare: Spare,
  moment: pg.PoolClient,
  sameMoment: boolean,
  tell: Tell,
): Promise<DrillReport["tables"]> {
  const { rowCount } = await moment.query("select from region limit 1");
  if (rowCount === 0) return null;
  const pool = openPool(spare.url, null, 1);
  const restored = await pool.connect();
  try {
    await beginReading(restored);
    const tables = await compareTables(restored, moment, (table) => tell("compare", table));
    await restored.query("rollback");
    return tables.map((table) => ({ ...table, verdict: verdictOf(table, sameMoment) }));
  } finally {
    restored.release();
    await pool.end();
  }
}

/** Opens a house on what was restored, as the server would, and lets it check its log and read its cases. */
async function lookInside(config: Config, books: Books, options: DrillOptions, path: string, tell: Tell) {
  const open = await openHouse(config, books, "command");
  try {
    const house = await asOfBackup(open.house, path);
    await mustHavePacks(house);
    const regions = await regionIds(house.db);
    const verifying = watch();
    const logs: LogChecked[] = [];
    for (const region of regions) {
      tell("verify", region);
      const { events, faults } = await verifyLog(house, region, () => undefined);
      logs.push({ region, events, faults });
    }
    const verify = verifying();
    const opening = watch();
    const cases: CasesOpened[] = [];
    for (const region of regions) {
      tell("open", region);
      cases.push(await reopenCases(house, region, options.cases));
    }
    return { logs, cases, verify, open: opening() };
  } finally {
    await open.close();
  }
}
