import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Config, siteUrl } from "./config.ts";
import { startEmbeddedPostgres } from "./gateways/embedded-postgres.ts";
import { readOrMake } from "./gateways/postgres-cluster.ts";
import { openLog } from "./gateways/log.ts";
import { moveIn, type Resident, residents } from "./gateways/residents.ts";
import { watchPostgres } from "./gateways/watch-postgres.ts";
import type { TimeLimits } from "./store/pools.ts";

/** How long the database may take over what a request asks for. */
export function requestLimits({ database }: Config): TimeLimits {
  return {
    connect: database.connectSeconds * 1000,
    statement: database.statementSeconds * 1000,
    lock: database.lockSeconds * 1000,
    idle: database.idleSeconds * 1000,
  };
}

/** The clock's work goes over whole regions, and nobody waits for it. */
export const jobLimits: TimeLimits = { connect: 15_000, statement: 600_000, lock: 60_000, idle: 300_000 };

/** A database that is open: the embedded one or a server of the city's own. */
export interface OpenDatabase {
  readonly ownerUrl: string;
  /** The password of the application's own login; null where the city makes its logins itself. */
  readonly appPassword: string | null;
  close(): Promise<void>;
}

/** What is being done while it takes a while. */
export type Step = "database" | "adopted" | "migrate" | "calendar" | "rebuild" | "seed" | "listen";
export type Progress = (step: Step) => void;

/** A server already lives in this data folder. */
export class AlreadyRunning extends Error {
  readonly resident: Resident;
  constructor(resident: Resident) {
    super(`a server is running already (process ${resident.pid}, ${resident.url ?? ""})`);
    this.resident = resident;
  }
}

/** Throws when a server lives in the data folder already. */
export function mustNotRun(config: Config): void {
  if (config.databaseUrl !== null) return;
  const running = residents(config.dataDir).find((resident) => resident.role === "serve");
  if (running) throw new AlreadyRunning(running);
}

/**
 * Opens the database that the configuration names; starts the embedded one where it names none. The embedded one is
 * shared by everybody in the data folder and stopped by the last to leave.
 */
export async function openDatabase(
  config: Config,
  role: Resident["role"],
  progress: Progress = () => undefined,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null)
    return { ownerUrl: config.databaseUrl, appPassword: config.databaseAppPassword, close: async () => undefined };
  mkdirSync(config.dataDir, { recursive: true });
  if (role === "serve") mustNotRun(config);
  const stay = moveIn(config.dataDir, role, role === "serve" ? siteUrl(config) : null);
  try {
    progress("database");
    const shared = stay.others().length > 0;
    const embedded = await startEmbeddedPostgres(config.dataDir);
    if (embedded.adopted && !shared) progress("adopted");
    const endWatch = role === "command" ? null : watchPostgres(embedded, openLog(config.logLevel));
    return {
      ownerUrl: embedded.url,
      appPassword: readOrMake(join(config.dataDir, "keys", "app-password")),
      close: async () => {
        await endWatch?.();
        stay.leave();
        if (stay.others().length === 0) await embedded.stop();
      },
    };
  } catch (error) {
    stay.leave();
    throw error;
  }
}
