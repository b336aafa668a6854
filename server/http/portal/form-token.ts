import { randomBytes, timingSafeEqual } from "node:crypto";
import { csrfToken } from "../caller.ts";

const length = 32;

function bytesOf(visit: string): Buffer {
  return Buffer.from(csrfToken(visit), "base64url");
}

function mixed(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, n) => byte ^ (other[n] ?? 0)));
}

/**
 * What shows that a form is ours, written anew for every page: pages are compressed and repeat what was typed, and from the
 * length of many of them a text that is always the same could be guessed (BREACH).
 */
export function formToken(visit: string): string {
  const pad = randomBytes(length);
  return Buffer.concat([pad, mixed(bytesOf(visit), pad)]).toString("base64url");
}

/** Whether a form carries such a mark of this browser. */
export function isFormToken(visit: string, sent: unknown): boolean {
  if (typeof sent !== "string" || sent.length > 4 * length) return false;
  const bytes = Buffer.from(sent, "base64url");
  if (bytes.length !== 2 * length) return false;
  return timingSafeEqual(mixed(bytes.subarray(length), bytes.subarray(0, length)), bytesOf(visit));
}
