import { createHash } from "node:crypto";

/** The root of a full subtree: `level` 0 is a leaf, each level above covers twice as many; `place` from the left. */
export type Subtree = (level: number, place: number) => Promise<Buffer>;

/** The root of a tree without leaves (RFC 6962 §2.1). */
export const emptyRoot: Buffer = createHash("sha256").digest();

export function parentHash(left: Buffer, right: Buffer): Buffer {
  return createHash("sha256").update(Buffer.of(1)).update(left).update(right).digest();
}

/** The root over the first `size` leaves. */
export async function treeRoot(size: number, subtree: Subtree): Promise<Buffer> {
  return size === 0 ? emptyRoot : rangeRoot(0, size, subtree);
}

/** That the tree of `to` leaves begins with the tree of `from` leaves (RFC 6962 §2.1.2). */
export async function consistencyProof(from: number, to: number, subtree: Subtree): Promise<readonly Buffer[]> {
  if (from === 0 || from === to) return [];
  return part(from, 0, to, true, subtree);
}

/** The root over the leaves [lo, hi): of the largest full tree that is shorter, and of the rest. */
async function rangeRoot(lo: number, hi: number, subtree: Subtree): Promise<Buffer> {
  const n = hi - lo;
  const half = halfOf(n);
  if (n === 1 || half * 2 === n) {
    const level = Math.log2(n);
    if (lo % n === 0) return subtree(level, lo / n);
  }
  return parentHash(await rangeRoot(lo, lo + half, subtree), await rangeRoot(lo + half, hi, subtree));
}

async function part(m: number, lo: number, hi: number, whole: boolean, subtree: Subtree): Promise<readonly Buffer[]> {
  if (m === hi - lo) return whole ? [] : [await rangeRoot(lo, hi, subtree)];
  const half = halfOf(hi - lo);
  if (m <= half) {
    return [...(await part(m, lo, lo + half, whole, subtree)), await rangeRoot(lo + half, hi, subtree)];
  }
  return [...(await part(m - half, lo + half, hi, false, subtree)), await rangeRoot(lo, lo + half, subtree)];
}

/** The largest power of two below n; 1 for n = 1. */
function halfOf(n: number): number {
  let half = 1;
  while (half * 2 < n) half *= 2;
  return half;
}

/** Whether `proof` shows that the tree (`to`, `toRoot`) begins with the tree (`from`, `fromRoot`) (RFC 9162 §2.1.4.2). */
export function isConsistent(
  { from, fromRoot, to, toRoot }: { from: number; fromRoot: Buffer; to: number; toRoot: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (from > to || from < 0) return false;
  if (from === to) return proof.length === 0 && fromRoot.equals(toRoot);
  if (from === 0) return proof.length === 0 && fromRoot.equals(emptyRoot);
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : [...proof];
  const first = path.shift();
  if (!first) return false;
  let [fn, sn] = [from - 1, to - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [first, first];
  for (const hash of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [parentHash(hash, fr), parentHash(hash, sr)];
      while (fn !== 0 && fn % 2 === 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = parentHash(sr, hash);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && fr.equals(fromRoot) && sr.equals(toRoot);
}

const half = (n: number) => Math.floor(n / 2);

function isPowerOfTwo(n: number): boolean {
  return n > 0 && Number.isInteger(Math.log2(n));
}

/** A tree that leaves are put to one by one; it holds one hash for each level. */
export class GrowingTree {
  size = 0;
  readonly #full: (Buffer | null)[] = [];

  /** Puts a leaf; `onFull` hears of each subtree that it completes. */
  add(leaf: Buffer, onFull: (level: number, place: number, hash: Buffer) => void = () => undefined): void {
    let hash = leaf;
    let level = 0;
    for (;;) {
      const left = this.#full[level] ?? null;
      if (left === null) break;
      hash = parentHash(left, hash);
      this.#full[level] = null;
      level += 1;
      onFull(level, Math.floor(this.size / 2 ** level), hash);
    }
    this.#full[level] = hash;
    this.size += 1;
  }

  root(): Buffer {
    const parts = this.#full.filter((hash) => hash !== null);
    const [first, ...rest] = parts;
    if (!first) return emptyRoot;
    return rest.reduce((right, left) => parentHash(left, right), first);
  }
}
