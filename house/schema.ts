/** Writes server/store/schema.gen.ts from the migrated schema of a database: `npm run schema`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../server/gateways/embedded-postgres.ts";
import { openPool } from "../server/store/pools.ts";
import { migrate } from "../server/store/migrate.ts";

const target = "server/store/schema.gen.ts";

/** Writes the types of the schema behind `url`; with `verify`, throws when the file that is checked in differs. */
export function writeSchemaTypes(url: string, verify: boolean): void {
  const types = { timestamptz: "string", date: "string", int8: "number", jsonb: "ColumnType<unknown, string, string>" };
  execFileSync(
    "kysely-codegen",
    [
      "--dialect=postgres",
      `--url=${url}`,
      `--out-file=${target}`,
      "--include-pattern=public.*",
      `--type-mapping=${JSON.stringify(types)}`,
      ...(verify ? ["--verify"] : []),
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), "huiyin-schema-"));
  const database = await startEmbeddedPostgres(folder);
  const pool = openPool(database.url, null);
  try {
    await migrate(pool, database.url);
    writeSchemaTypes(database.url, false);
  } finally {
    await pool.end();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
