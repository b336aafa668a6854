import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { type DumpHead, migrationNames } from "./dump.ts";
import { LineSplitter } from "./line-splitter.ts";

/** Why a backup was not put back. */
export class RestoreRefused extends Error {
  readonly reason: "notEmpty" | "notABackup" | "otherVersion" | "cutOff" | "altered" | "unsigned" | "otherKey";
  constructor(reason: RestoreRefused["reason"], detail = "") {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
  }
}

/** A row with a file of ten million bytes has twenty million characters; nothing that a backup holds has more than this. */
const longestLine = 200_000_000;

/** Takes the lines of a gzipped text one by one; no more than one of them is held. */
export async function eachLine(source: Readable, take: (line: string) => Promise<void>): Promise<void> {
  const unzip = createGunzip();
  unzip.setEncoding("utf8");
  try {
    await pipeline(source, unzip, async (texts: AsyncIterable<string>) => {
      const splitter = new LineSplitter(longestLine);
      for await (const text of texts) {
        for (const line of splitter.take(text)) await take(line);
        if (splitter.isOverlong) throw new RestoreRefused("notABackup");
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
