import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { NotStarted } from "./server.ts";
import { connect } from "./connection.ts";
import { type Latency, round, Tally } from "./tally.ts";

/** Asks for one page over and over on every connection, after a moment that does not count. */
export async function load(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  { seconds, connections }: PagesOptions,
): Promise<PageRate> {
  const open = Array.from({ length: connections }, () => connect(url));
  try {
    await ask(warmUpSeconds);
    return await ask(seconds);
  } finally {
    for (const connection of open) connection.close();
  }

  async function ask(during: number): Promise<PageRate> {
    const tally = new Tally();
    let errors = 0;
    const from = performance.now();
    const until = from + during * 1000;
    await Promise.all(
      open.map(async (connection) => {
        while (performance.now() < until) {
          const began = performance.now();
          const { status } = await connection.ask(path, { headers });
          if (status === 200) tally.add(path, performance.now() - began);
          else errors += 1;
        }
      }),
    );
    const latency = tally.latency();
    return { ...latency, perSecond: round(latency.n / ((performance.now() - from) / 1000)), errors };
  }
}

export async function startHello(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const script = join(import.meta.dirname, "hello.ts");
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await Promise.race([once(child.stdout, "data"), once(child, "exit")])) as [Buffer | number | null];
  if (!Buffer.isBuffer(line)) throw new NotStarted(script);
  return {
    url: line.toString("utf8").trim(),
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

export interface PagesOptions {
  readonly seconds: number;
  readonly connections: number;
  readonly json: boolean;
  readonly profile: string | null;
}

export interface PageRate extends Latency {
  readonly perSecond: number;
  readonly errors: number;
}

export const warmUpSeconds = 1;
