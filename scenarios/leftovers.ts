import { existsSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runningServer } from "../server/gateways/postmaster.ts";
import { residents } from "../server/gateways/residents.ts";

/** What the folders of test runs are called. */
export const testFolder = "huiyin-test-";

/**
 * Ends what runs that were broken off have left: their PostgreSQL and its folder. A run that is alive has a note in its
 * folder; a folder without any note is not of our making and stays.
 */
export function clearLeftovers(parent = tmpdir()): readonly string[] {
  return readdirSync(parent)
    .filter((name) => name.startsWith(testFolder))
    .map((name) => join(parent, name))
    .filter((folder) => existsSync(join(folder, "running")) && residents(folder).length === 0)
    .map((folder) => {
      const server = runningServer(join(folder, "postgres"));
      if (server) process.kill(server.pid, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
      return folder;
    });
}
