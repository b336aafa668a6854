import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const command = ["--import", join(root, "node_modules/tsx/dist/loader.mjs"), join(root, "cli/main.ts")];

/** A real server in a process of its own, as `npm start` starts it. */
export interface Server {
  readonly url: string;
  /** What it has said so far. */
  readonly said: () => string;
  /** Kills the process without a word of warning. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<Outcome>;
}

/** What a process ended with, and what it had said by then. */
export interface Outcome {
  readonly code: number | null;
  readonly said: string;
}

function launch(dataDir: string, port: number): ChildProcess {
  const { PATH, HOME } = process.env;
  const settings = { DATA_DIR: dataDir, PORT: String(port), RATE_LIMITS: "off", LOG_LEVEL: "error", DEMO_LIFE: "off" };
  return spawn(process.execPath, [...command, "serve", "--no-build"], {
    cwd: root,
    env: { PATH, HOME, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function listen(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  }
  return () => said;
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    else child.once("exit", (code) => done(code));
  });
}

/** Starts a server on a data folder, and waits until it says that it is ready and answers so. */
export async function startServer(dataDir: string): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = launch(dataDir, port);
  const said = listen(child);
  await new Promise<void>((ready, failed) => {
    child.stdout?.on("data", () => {
      if (said().includes(`${port}/desk`)) ready();
    });
    child.once("exit", (code) => failed(new Error(`the server ended with ${code}: ${said()}`)));
  });
  const answer = await fetch(`${url}/readyz`);
  if (!answer.ok) throw new Error(`not ready: ${answer.status}`);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended(child);
  };
  return {
    url,
    said,
    kill: async () => void (await end("SIGKILL")),
    stop: async () => ({ code: await end("SIGTERM"), said: said() }),
  };
}

/** Starts a server that is expected to refuse to start. */
export async function startInVain(dataDir: string): Promise<Outcome> {
  const child = launch(dataDir, await freePort());
  const said = listen(child);
  return { code: await ended(child), said: said() };
}

/** The process id of the database in a data folder. */
export function databasePid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
