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
import { readDump } from "../server/store/undump.ts";
import { RestoreRefused } from "../server/store/dump-lines.ts";
import { failed, usage } from "./exit.ts";
import { mention, report, say } from "./say.ts";
import { trustWords } from "./trust/words.ts";
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
    .action(async (file: string, { json, publicKey, unsigned }: RestoreOptions) => {
      for (const needed of [file, ...(publicKey ? [publicKey] : [])]) {
        if (!existsSync(needed)) throw usage(fill(words.errors.file, { file: needed }));
      }
      await withOwner(async (client) => {
        const key = publicKey ? readFileSync(publicKey, "utf8") : keptKey();
        const how = { publicKey: key, unsigned: unsigned === true };
        const restored = await readDump(client, createReadStream(file), tellTable(words), how).catch(
          (error: unknown) => {
            if (error instanceof RestoreRefused)
              throw failed(fill(words.errors[error.reason], { detail: error.message }));
            throw error;
          },
        );
        await client.query("analyze");
        if (json) {
          report({ file, ...restored });
          return;
        }
        say(fill(words.said.restored, { rows: restored.rows }));
        const { restoreSigned, restoreHashes, restoreUnsigned } = trust.said;
        const said = { signed: restoreSigned, hashes: restoreHashes, nothing: restoreUnsigned }[restored.checked];
        say(fill(said, { print: restored.print ?? "" }));
      });
    });
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

async function withOwner(work: (client: PoolClient) => Promise<void>): Promise<void> {
  const database = await openDatabase(readConfig(), "command");
  const pool = openPool(database.ownerUrl, null, 2);
  try {
    await migrate(pool, database.ownerUrl);
    const client = await pool.connect();
    try {
      await work(client);
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
    await database.close();
  }
}
