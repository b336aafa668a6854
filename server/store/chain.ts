import { createHash } from "node:crypto";

/** The hash before the first event of a stream. */
export const firstHash = Buffer.alloc(32);

/** JSON with sorted keys, so that the same facts always give the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(",")}}`;
}

/** What an event's hash covers. */
export interface Link {
  readonly region: string;
  readonly stream: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: unknown;
  readonly data: unknown;
}

/** The hash of an event after the one before it. */
export function linkHash(previous: Buffer, link: Link): Buffer {
  return createHash("sha256").update(previous).update(canonical(link)).digest();
}
