import { createHash } from "node:crypto";

/** Sessions, tokens and drafts are kept as hashes; whoever reads the table cannot use them. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
