import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { PoolClient } from "pg";
import { fill } from "../domain/words/fill.ts";
import { readConfig } from "../server/config.ts";
import { openDatabase } from "../server/database.ts";
import { openPool } from "../server/store/pools.ts";
import { writeDump } from "../server/store/dump.ts";
import { migrate } from "../server/store/migrate.ts";
import { readDump } from "../server/store/undump.ts";
import { RestoreRefused } from "../server/store/dump-lines.ts";
import { failed, usage } from "./exit.ts";
import { mention, report, say } from "./say.ts";
import type { CliWords } from "./words.ts";

/** `backup` and `restore`: all data of one moment in one file, and back. The keys are kept elsewhere. */
export function addBackup(program: Command, words: CliWords): void {
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
        );
        const keys = join(readConfig().dataDir, "keys");
        if (json) report({ file, rows, keys });
        else say(fill(words.said.backedUp, { rows, file, keys }));
      });
    });

  program
    .command("restore <file>")
    .description(words.commands.restore)
    .option("--json", words.json)
    .action(async (file: string, { json }: { readonly json?: boolean }) => {
      if (!existsSync(file)) throw usage(fill(words.errors.file, { file }));
      await withOwner(async (client) => {
        const rows = await readDump(client, createReadStream(file), tellTable(words)).catch((error: unknown) => {
          if (error instanceof RestoreRefused)
            throw failed(fill(words.errors[error.reason], { detail: error.message }));
          throw error;
        });
        await client.query("analyze");
        if (json) report({ file, rows });
        else say(fill(words.said.restored, { rows }));
      });
    });
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
