import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { PoolClient } from "pg";
import { fill } from "../domain/words/fill.ts";
import { readConfig } from "../server/config.ts";
import { openDatabase } from "../server/database.ts";
import { openKeys } from "../server/gateways/keys/keys.ts";
import { openPool } from "../server/store/pools.ts";
import { writeDump } from "../server/store/dump.ts";
import { migrate } from "../server/store/migrate.ts";
import { readDump, type Restored } from "../server/store/undump.ts";
import { RestoreRefused } from "../server/store/dump-lines.ts";
import { type LogReport, verifyLog } from "../server/actions/oversight/verify-log.ts";
import { regionIds } from "../server/store/office/regions.ts";
import { asOfBackup } from "./drill/as-of-then.ts";
import { exitCodes, failed, usage } from "./exit.ts";
import { inHouse } from "./house.ts";
import { mention, report, say } from "./say.ts";
import { tellReport } from "./trust/audit.ts";
import { type TrustWords, trustWords } from "./trust/words.ts";
import type { CliWords } from "./words.ts";

/** `backup` and `restore`: all data of one moment in one file, and back. The keys are kept elsewhere. */
export function addBackup(program: Command, words: CliWords): void {
  const trust = trustWords(words.language);
  program
    .command("backup <file>")
    .description(words.commands.backup)
    .option("--json", words.json)
    .action(async (file: string, { json }: { readonly json?: boolean }) => {
      if (existsSync(file)) throw usage(fill(words.errors.exists, { file }));
      await withOwner(async (client) => {
        const rows = await writeDump(
          client,
          createWriteStream(file, { mode: 0o600 }),
          new Date().toISOString(),
          tellTable(words),
          openKeys(readConfig()),
        );
        const keys = join(readConfig().dataDir, "keys");
        if (json) report({ file, rows, keys });
        else say(fill(words.said.backedUp, { rows, file, keys }));
      });
    });

  program
    .command("restore <file>")
    .description(words.commands.restore)
    .option("--public-key <file>", trust.options.publicKey)
    .option("--unsigned", trust.options.unsigned)
    .option("--json", words.json)
    .action(async (file: string, { json, ...how }: RestoreOptions) => {
      for (const needed of [file, ...(how.publicKey ? [how.publicKey] : [])]) {
        if (!existsSync(needed)) throw usage(fill(words.errors.file, { file: needed }));
      }
      const restored = await withOwner((client) => putBack(client, file, how, words));
      const logs = restored.raisedFrom !== null && keptKey() !== null ? await verifyRestored(file) : [];
      if (logs.some(({ faults }) => faults.length > 0)) process.exitCode = exitCodes.failed;
      if (json) report({ file, ...restored, logs });
      else tellRestored(restored, logs, words, trust);
    });
}

async function putBack(
  client: PoolClient,
  file: string,
  { publicKey, unsigned }: Omit<RestoreOptions, "json">,
  words: CliWords,
): Promise<Restored> {
  const how = { publicKey: publicKey ? readFileSync(publicKey, "utf8") : keptKey(), unsigned: unsigned === true };
  try {
    const restored = await readDump(client, createReadStream(file), tellTable(words), how);
    await client.query("analyze");
    return restored;
  } catch (error) {
    if (error instanceof RestoreRefused) throw failed(fill(words.errors[error.reason], { detail: error.detail }));
    throw error;
  }
}

/** The logs of what an older version wrote, after its tables were brought up to date. */
function verifyRestored(file: string): Promise<readonly LogReport[]> {
  return inHouse(async (open) => {
    const house = await asOfBackup(open.house, file);
    const logs: LogReport[] = [];
    for (const region of await regionIds(house.db)) logs.push(await verifyLog(house, region, () => undefined));
    return logs;
  });
}

function tellRestored(
  { rows, checked, print, raisedFrom }: Restored,
  logs: readonly LogReport[],
  words: CliWords,
  trust: TrustWords,
): void {
  say(fill(words.said.restored, { rows }));
  const { restoreSigned, restoreHashes, restoreUnsigned, restoreRaised, restoreUnchecked } = trust.said;
  say(
    fill({ signed: restoreSigned, hashes: restoreHashes, nothing: restoreUnsigned }[checked], { print: print ?? "" }),
  );
  if (raisedFrom === null) return;
  say(fill(logs.length > 0 ? restoreRaised : restoreUnchecked, { from: raisedFrom }));
  for (const log of logs) tellReport(log, trust);
}

interface RestoreOptions {
  readonly json?: boolean;
  readonly publicKey?: string;
  readonly unsigned?: boolean;
}

/** The audit key of this installation; null where it has none yet: it is not made for a restore. */
function keptKey(): string | null {
  const config = readConfig();
  const here = config.masterKey !== null || existsSync(join(config.dataDir, "keys", "master-key"));
  return here ? openKeys(config).publicKey : null;
}

function tellTable(words: CliWords) {
  return (table: string, rows: number) => mention(fill(words.progress.table, { table, rows }));
}

async function withOwner<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig(), "command");
  const pool = openPool(database.ownerUrl, null, 2);
  try {
    await migrate(pool, database.ownerUrl);
    const client = await pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
    await database.close();
  }
}
