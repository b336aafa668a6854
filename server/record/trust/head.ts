import { createHash } from "node:crypto";
import { type Checkpoint, checkpointText } from "../../gateways/tlog/checkpoint.ts";
import { GrowingTree, type Subtree, treeRoot } from "../../gateways/tlog/merkle.ts";
import { formatNote, keyId, rawPublicKey, type VerifierKey } from "../../gateways/tlog/note.ts";
import type { House } from "../../house.ts";
import type { Db, Tx } from "../../store/db.ts";
import { keptRow } from "../../store/trust/tree.ts";

/** Another place knows more of the log, or something else, than the database. */
export class HistoryDiffers extends Error {
  readonly what: HistoryFault;
  readonly facts: { readonly expected: string; readonly found: string };
  constructor(what: HistoryFault, region: string, facts: { readonly expected: string; readonly found: string }) {
    super(`${what}: ${region}, expected ${facts.expected}, found ${facts.found}`);
    this.what = what;
    this.facts = facts;
  }
}

export type HistoryFault =
  | "historyRewound"
  | "historyDiffers"
  | "witnessAhead"
  | "witnessDiffers"
  | "treeDamaged"
  | "daysRemoved"
  | "predecessorWrong"
  | "partRemoved"
  | "sm2KeyRemoved"
  | "sm2KeyDiffers";

/** The key that a region's checkpoints are signed with; its name is the origin of the log. */
export function logKey(house: Pick<House, "keys">, region: string): VerifierKey {
  const key = rawPublicKey(house.keys.publicKey);
  const print = createHash("sha256").update(key).digest("hex").slice(0, 8);
  return { name: `huiyin/${encodeURIComponent(region)}/${print}`, type: "ed25519", key };
}

/** A head as text, and as a note with the house's signature. */
export function signedHead(house: Pick<House, "keys">, region: string, head: Omit<Checkpoint, "origin">) {
  const key = logKey(house, region);
  const text = checkpointText({ origin: key.name, ...head });
  const signature = house.keys.signRoot(Buffer.from(text));
  return { text, note: formatNote({ text, signatures: [{ name: key.name, id: keyId(key), signature }] }) };
}

/** Roots of full subtrees of a region's tree, from what is kept of it. */
export function subtreesOf(db: Db | Tx, region: string): Subtree {
  return async (level, place) => {
    const row = await keptRow(db, region, level, place);
    const width = 2 ** (level - row.level);
    if (row.hashes.length !== width) {
      const facts = { expected: `${width}`, found: `${row.hashes.length}` };
      throw new HistoryDiffers("treeDamaged", region, facts);
    }
    return rootOver(row.hashes);
  };
}

export function rootOver(hashes: readonly Buffer[]): Buffer {
  const tree = new GrowingTree();
  for (const hash of hashes) tree.add(hash);
  return tree.root();
}

/** The root of the first `size` entries. */
export function rootAt(db: Db | Tx, region: string, size: number): Promise<Buffer> {
  return treeRoot(size, subtreesOf(db, region));
}
