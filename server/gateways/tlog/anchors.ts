import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Witness } from "./witness-client.ts";

/** What is known of a region's log outside the database. */
export interface Anchor {
  readonly size: number;
  /** Base64, as in the checkpoint. */
  readonly root: string;
  /** The last signed day. */
  readonly lastDay: PlainDate | null;
  readonly note: string;
  /** Hexadecimal, over the text of the note. */
  readonly sm2Signature?: string;
}

/** Places outside the database in which the heads of the log are kept. */
export interface Anchors {
  read(region: string): Anchor | null;
  write(region: string, anchor: Anchor): void;
  readonly witness: Witness | null;
}

/** Heads in files of the data folder. */
export function anchorFiles(dataDir: string, witness: Witness | null): Anchors {
  const folder = join(dataDir, "audit");
  const fileOf = (region: string) => join(folder, `${encodeURIComponent(region)}.json`);
  return {
    witness,
    read: (region) => {
      try {
        return JSON.parse(readFileSync(fileOf(region), "utf8")) as Anchor;
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    write: (region, anchor) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const fresh = `${fileOf(region)}.${process.pid}`;
      writeFileSync(fresh, `${JSON.stringify(anchor)}\n`, { mode: 0o600 });
      renameSync(fresh, fileOf(region));
    },
  };
}
