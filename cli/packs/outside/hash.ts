import { createHash } from "node:crypto";
import type { LayeredPack } from "../../../domain/rules/layers.ts";

/**
 * What a regulation says, as one number: SHA-256 of its data with the keys in order, so that neither the spelling of
 * the file nor the order of its keys counts.
 */
export function packSha256(pack: LayeredPack): string {
  return createHash("sha256")
    .update(JSON.stringify(ordered(pack)))
    .digest("hex");
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one)]));
}
