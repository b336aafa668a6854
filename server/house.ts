import { randomBytes } from "node:crypto";
import type { Instant, PlainDate } from "../domain/calendar/plain-date.ts";
import type { Pack } from "../domain/rules/pack.ts";
import type { Keys } from "./gateways/keys/keys.ts";
import type { Scanner } from "./gateways/scanning/scanner.ts";
import type { Anchors } from "./gateways/tlog/anchors.ts";
import type { Db } from "./store/db.ts";

/** What every action and job is given: made once in main, never reached for. */
export interface House {
  readonly db: Db;
  /** A part of the database's connections for one region, so that none can use up those of the others. */
  readonly part?: () => Db;
  readonly packs: readonly Pack[];
  readonly keys: Keys;
  readonly now: () => Instant;
  /** A fresh UUIDv7: sorts by time, so that neighbours in time are neighbours in the index. */
  readonly newId: () => string;
  /** The next case number of a region's day; a number that was given out is never given out again. */
  readonly nextCaseNumber: (region: string, day: PlainDate) => Promise<number>;
  /** Where citizens reach the portal, without a slash at the end. */
  readonly siteUrl: string;
  /** Where the heads of the log are kept outside the database; absent: nowhere. */
  readonly anchors?: Anchors;
  /** Looks through every file that comes in; absent: none is set up, and files are taken by their kind alone. */
  readonly scanner?: Scanner;
  /** Which ways out are connected; without one, messages stay visible as not sent. */
  readonly ways: { readonly email: boolean; readonly sms: boolean; readonly voice?: boolean };
}

/** UUIDv7 for an instant (RFC 9562 §5.7). */
export function uuidv7(at: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
