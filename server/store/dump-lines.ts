import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { type DumpHead, migrationNames } from "./dump.ts";

/** Why a backup was not put back. */
export class RestoreRefused extends Error {
  readonly reason: "notEmpty" | "notABackup" | "otherVersion" | "cutOff" | "altered" | "unsigned" | "otherKey";
  constructor(reason: RestoreRefused["reason"], detail = "") {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
  }
}

export async function eachLine(source: Readable, take: (line: string) => Promise<void>): Promise<void> {
  const unzip = createGunzip();
  unzip.setEncoding("utf8");
  try {
    await pipeline(source, unzip, async (texts: AsyncIterable<string>) => {
      let rest = "";
      for await (const text of texts) {
        const lines = (rest + text).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) await take(line);
      }
    });
  } catch (error) {
    const zip = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    throw zip ? new RestoreRefused("notABackup", error.message) : error;
  }
}

export async function readHead(client: pg.ClientBase, line: string, tables: readonly string[]): Promise<DumpHead> {
  const head = parsed(line);
  if (!head || head.huiyin !== 1) throw new RestoreRefused("notABackup");
  const here = await migrationNames(client);
  if (JSON.stringify(head.migrations) !== JSON.stringify(here) || head.tables.some((name) => !tables.includes(name))) {
    throw new RestoreRefused("otherVersion", `${head.migrations.at(-1)} / ${here.at(-1)}`);
  }
  return head;
}

function parsed(line: string): DumpHead | null {
  try {
    return JSON.parse(line) as DumpHead;
  } catch {
    return null;
  }
}
