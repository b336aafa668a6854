import { createHash } from "node:crypto";
import type { Instant } from "../../../domain/calendar/plain-date.ts";

/** Table, key and hash of one row that was written; "-" where it was removed. */
export type VouchedRow = readonly [table: string, key: string, hash: string];

/** What one transaction has written in a region. */
export interface Entry {
  readonly region: string;
  readonly n: number;
  readonly at: Instant;
  readonly rows: readonly VouchedRow[];
}

/** The bytes that a voucher stands for. */
export function entryText({ region, n, at, rows }: Entry): string {
  return JSON.stringify({ region, n, at, rows });
}

/** The rows of an entry as the database keeps them. */
export function entryRows({ rows }: Entry): string {
  return JSON.stringify(rows);
}

/** The leaf of the tree that an entry is (RFC 6962 §2.1). */
export function leafHash(entry: Entry): Buffer {
  return createHash("sha256").update(Buffer.of(0)).update(entryText(entry)).digest();
}

/** What the signature under a voucher covers. */
export function voucherToSign(leaf: Buffer): Buffer {
  return createHash("sha256").update("huiyin voucher").update(leaf).digest();
}
