import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import {
  type Binaries,
  type RunAs,
  ids,
  findBinaries,
  readOrMake,
  chooseUser,
  initialise,
  codeOf,
} from "./postgres-cluster.ts";
import { runningServer, isAlive } from "./postmaster.ts";

/** A PostgreSQL that this process started or found running in the data folder. */
export interface EmbeddedPostgres {
  /** Connection of the owner; database `huiyin`. */
  readonly url: string;
  /** An earlier process was killed and its server was still running. */
  readonly adopted: boolean;
  /** Whether its server runs. */
  isRunning(): boolean;
  /** Starts its server again, under the same address; joins the one that another resident has started meanwhile. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/** A young house grows fast: plans that were made for its empty tables must not stand for a whole minute. */
const settings = [
  ["shared_buffers", "256MB"],
  ["max_connections", "60"],
  ["listen_addresses", "127.0.0.1"],
  ["autovacuum_naptime", "10s"],
].flatMap(([name, value]) => ["-c", `${name}=${value}`]);

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
  const first = await joinOrLaunch(cluster, binaries, runAs, extraFlags);
  const url = `postgres://huiyin:${password}@127.0.0.1:${first.port}/huiyin`;
  await ensureDatabase(url);
  let { child } = first;
  return {
    url,
    adopted: first.child === null,
    isRunning: () => runningServer(cluster) !== null,
    startAgain: async () => {
      child = (await joinOrLaunch(cluster, binaries, runAs, extraFlags, first.port)).child;
    },
    stop: () => stop(cluster, child),
  };
}

/**
 * Joins the server that runs in the cluster or starts one; where two start at once, one of them joins the other. A
 * server that was just killed may hold its lock for a moment longer, until the machine has buried it.
 */
async function joinOrLaunch(
  cluster: string,
  binaries: Binaries,
  runAs: RunAs,
  extraFlags: readonly string[],
  samePort: number | null = null,
): Promise<{ port: number; child: ChildProcess | null }> {
  for (let waited = 0; ; waited += 200) {
    const running = runningServer(cluster);
    if (running) return { port: running.port, child: null };
    const port = samePort ?? (await freePort());
    try {
      return { port, child: await launch(cluster, port, binaries, runAs, extraFlags) };
    } catch (error) {
      if (waited >= 15_000 || !stillHeld.some((words) => String(error).includes(words))) throw error;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
}

/** What a server says that finds something of one that was just killed: its lock, or its last processes at work. */
const stillHeld = ["postmaster.pid", "shared memory block"];

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

async function stop(cluster: string, child: ChildProcess | null): Promise<void> {
  const pid = runningServer(cluster)?.pid ?? child?.pid;
  if (!pid || !isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 20) await new Promise((done) => setTimeout(done, 20));
}
