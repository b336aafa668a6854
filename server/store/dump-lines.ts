import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { type DumpHead, migrationNames } from "./dump.ts";
import { levelOf } from "./levels/levels.ts";
import { LineSplitter } from "./line-splitter.ts";

/** Why a backup was not put back. */
export class RestoreRefused extends Error {
  readonly reason:
    | "notEmpty"
    | "notABackup"
    | "otherVersion"
    | "newerVersion"
    | "cutOff"
    | "altered"
    | "unsigned"
    | "otherKey";
  readonly detail: string;
  constructor(reason: RestoreRefused["reason"], detail = "") {
    super(`${reason} ${detail}`.trim());
    this.reason = reason;
    this.detail = detail;
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

/** The first line, and whether the schema of its time is older than that of the database. */
export async function readHead(
  client: pg.ClientBase,
  line: string,
): Promise<{ readonly head: DumpHead; readonly level: "same" | "older" }> {
  const head = parsed(line);
  if (!head || head.huiyin !== 1 || !Array.isArray(head.migrations) || !Array.isArray(head.tables)) {
    throw new RestoreRefused("notABackup");
  }
  const here = await migrationNames(client);
  const level = levelOf(head.migrations, here);
  const last = head.migrations.at(-1);
  if (level === "newer") {
    throw new RestoreRefused("newerVersion", [head.version, last].filter((part) => part !== undefined).join(", "));
  }
  if (level === "other") throw new RestoreRefused("otherVersion", `${last} / ${here.at(-1)}`);
  return { head, level };
}

function parsed(line: string): DumpHead | null {
  try {
    return JSON.parse(line) as DumpHead;
  } catch {
    return null;
  }
}
