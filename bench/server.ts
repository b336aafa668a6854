import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const startScript = join(import.meta.dirname, "..", "bin", "start.mjs");
const huiyinScript = join(import.meta.dirname, "..", "bin", "huiyin.mjs");

/** A run that is broken off leaves no server, database or folder behind. */
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A server with its own database in a folder that goes away again. */
export interface BenchServer {
  readonly url: string;
  readonly dataDir: string;
  /** Runs a command of the project on the same data; gives what it wrote and how it ended. */
  command(...line: readonly string[]): Promise<{ readonly out: string; readonly code: number }>;
  close(): Promise<void>;
}

/**
 * Starts the server as `npm start` does, its worker and sweep included; only the rate limits are off, since everybody
 * here comes from one address.
 */
export async function startBenchServer(
  profile: string | null,
  built: "asItIs" | "built" = "asItIs",
): Promise<BenchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "huiyin-bench-"));
  const port = await freePort();
  const env = {
    ...bareEnvironment(),
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    RATE_LIMITS: "off",
    DEMO_LIFE: "off",
  };
  const profiled = profile === null ? {} : { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` };
  const child = spawn(process.execPath, [startScript, ...(built === "built" ? [] : ["--no-build"])], {
    env: { ...env, ...profiled },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString("utf8")).slice(-4000);
  });
  const close = async () => {
    for (const signal of stopSignals) process.removeListener(signal, stopped);
    await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  const stopped = () => void close().finally(() => process.exit(1));
  for (const signal of stopSignals) process.once(signal, stopped);
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(url, child, () => said);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, dataDir, command: (...line) => runCommand(line, env), close };
}

/** What a process needs to run at all: nothing that could lead a benchmark to a real database, key or gateway. */
function bareEnvironment(): Record<string, string> {
  const names = ["PATH", "HOME", "LANG", "TMPDIR", "SystemRoot"];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** The start of a server failed. */
export class NotStarted extends Error {}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const reply = await fetch(`${url}/readyz`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new NotStarted(said());
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill("SIGTERM");
  });
}

function runCommand(line: readonly string[], env: NodeJS.ProcessEnv): Promise<{ out: string; code: number }> {
  const child = spawn(process.execPath, [huiyinScript, ...line], { env, stdio: ["ignore", "pipe", "inherit"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done({ out: Buffer.concat(chunks).toString("utf8"), code: code ?? 1 }));
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new NotStarted("no free port");
  return address.port;
}
