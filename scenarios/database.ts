import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../server/gateways/embedded-postgres.ts";
import { moveIn } from "../server/gateways/residents.ts";
import { clearLeftovers, testFolder } from "./leftovers.ts";
import { openPool } from "../server/store/pools.ts";
import { migrate } from "../server/store/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Owner's connection to a migrated database that tests copy and never write to. */
    readonly templateUrl: string;
  }
}

/** One real PostgreSQL for a test run; every test file works on its own copy of the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  clearLeftovers();
  const folder = mkdtempSync(join(tmpdir(), testFolder));
  moveIn(folder, "command", null);
  const fast = [
    "-c",
    "fsync=off",
    "-c",
    "synchronous_commit=off",
    "-c",
    "full_page_writes=off",
    "-c",
    "max_connections=200",
  ];
  const database = await startEmbeddedPostgres(folder, fast);
  const pool = openPool(database.url, null, 2);
  await migrate(pool, database.url);
  await pool.end();
  project.provide("templateUrl", database.url);
  return async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
