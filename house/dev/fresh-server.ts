import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { root } from "./run-tool.ts";
import { watchFolders } from "./watch-folders.ts";

/** A server that runs what was saved last. */
export interface FreshServer {
  readonly url: string;
  /** Resolves once the server answers; to false when what was saved last does not start. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

const folders = ["cli", "contract", "demo", "domain", "packs", "portal", "server", process.env["HUIYIN_PACKS"] ?? ""];
const source = /\.(ts|tsx|sql|json|yaml|yml|css)$/;
const proof = /\.(test|scenario)\.tsx?$/;

/** Starts the server on a port of its own, and again after every save in a folder that it is made of. */
export async function freshServer({ publicUrl }: { readonly publicUrl: string }): Promise<FreshServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child = start(port, publicUrl, true);
  let ready = answers(url, child);

  const startAgain = async (): Promise<boolean> => {
    const began = performance.now();
    await stop(child);
    child = start(port, publicUrl, false);
    const works = await answers(url, child);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(works ? `server: reloaded in ${seconds} s` : "server: does not start; it tries again after a save");
    return works;
  };
  const endWatch = watchFolders(
    folders.filter((folder) => folder !== "").map((folder) => resolve(root, folder)),
    (name) => source.test(name) && !proof.test(name),
    () => {
      const before = ready;
      ready = before.then(startAgain);
    },
  );
  return {
    url,
    ready: () => ready,
    close: async () => {
      endWatch();
      await ready;
      await stop(child);
    },
  };
}

/** What it says is shown the first time; after that only what goes wrong. */
function start(port: number, publicUrl: string, aloud: boolean): ChildProcess {
  return spawn(process.execPath, [...process.execArgv, `${root}cli/main.ts`, "serve", "--no-build"], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port), PUBLIC_URL: publicUrl },
    stdio: ["ignore", aloud ? "inherit" : "ignore", "inherit"],
  });
}

/** Waits until the server answers or has ended. */
async function answers(url: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const reply = await fetch(`${url}/healthz`).catch(() => null);
    if (reply?.ok === true) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

/** Stops it gently; one that does not go within ten seconds is killed. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const impatient = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(impatient);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
