import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const bins = ["node_modules/node/bin", "node_modules/.bin"].map((folder) => `${root}${folder}`);

export interface Ended {
  readonly code: number;
  readonly said: string;
  readonly seconds: number;
}

/** Runs a tool of the project at its root. Resolves to the exit code, what was said and the time taken; never rejects. */
export function runTool(command: string, words: readonly string[]): Promise<Ended> {
  const started = performance.now();
  return new Promise((resolve) => {
    const env = { ...process.env, PATH: [...bins, process.env["PATH"] ?? ""].join(delimiter) };
    const child = spawn(command, words, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
    const end = (code: number) =>
      resolve({ code, said: Buffer.concat(said).toString(), seconds: (performance.now() - started) / 1000 });
    child.on("error", (error) => {
      said.push(Buffer.from(String(error)));
      end(1);
    });
    child.on("close", (code) => end(code ?? 1));
  });
}
