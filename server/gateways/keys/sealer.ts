import { createDecipheriv } from "node:crypto";
import { type SealedPurpose, wasSealedBefore } from "./purposes.ts";
import type { Ring, SealKey } from "./ring.ts";
import { type SuiteName, suiteNames, suites } from "./suites.ts";

/** Every sealed value begins so; the suite and the id of the key follow, then what the suite makes. */
const magic = Buffer.from("HYS", "latin1");
const suiteBytes: Readonly<Record<SuiteName, number>> = { aes: 1, sm: 2 };
/** Bytes in front of each sealed value that name its suite and key. */
export const markBytes = magic.length + 1 + 4;

/** A value was sealed with a key that this installation does not have. */
export class KeyMissing extends Error {
  readonly id: string;
  constructor(id: string) {
    super(`a sealed value needs the key ${id}, which is not among the keys of this installation`);
    this.id = id;
  }
}

/** A value was changed, or was sealed for something else. */
export class NotAuthentic extends Error {
  constructor(purpose: SealedPurpose) {
    super(`a value sealed for "${purpose}" was changed, or was sealed for something else`);
  }
}

export interface Sealer {
  sealBytes(purpose: SealedPurpose, bytes: Buffer): Buffer;
  /** Throws `KeyMissing`, or `NotAuthentic` when the bytes were changed or sealed for another purpose. */
  openBytes(purpose: SealedPurpose, sealed: Buffer): Buffer;
  /** The first bytes of what is sealed now: a value with other ones is to be sealed again. */
  currentMark(): Buffer;
}

/** Seals with the newest key of the ring and opens with the one that a value names. */
export function sealer(ring: Ring, suite: SuiteName, oldField: Buffer): Sealer {
  const derived = new Map<string, Buffer>();
  const keyFor = (key: SealKey, of: SuiteName, purpose: SealedPurpose) => {
    const name = `${key.id} ${of} ${purpose}`;
    const known = derived.get(name) ?? suites[of].derive(key.secret, purpose);
    derived.set(name, known);
    return known;
  };
  const newest = () => ring.keys().at(-1) as SealKey;
  return {
    currentMark: () => markOf(suite, newest()),
    sealBytes(purpose, bytes) {
      const key = newest();
      const mark = markOf(suite, key);
      return Buffer.concat([mark, suites[suite].seal(keyFor(key, suite, purpose), bytes, bind(mark, purpose))]);
    },
    openBytes(purpose, sealed) {
      const mark = sealed.subarray(0, markBytes);
      const of = suiteOf(mark);
      try {
        if (of === null) return openOld(oldField, purpose, sealed);
        const id = mark.subarray(magic.length + 1).toString("hex");
        const key = ring.keys().find((one) => one.id === id);
        if (!key) throw new KeyMissing(id);
        return suites[of].open(keyFor(key, of, purpose), sealed.subarray(markBytes), bind(mark, purpose));
      } catch (error) {
        throw error instanceof KeyMissing ? error : new NotAuthentic(purpose);
      }
    },
  };
}

function markOf(suite: SuiteName, key: SealKey): Buffer {
  return Buffer.concat([magic, Buffer.from([suiteBytes[suite]]), Buffer.from(key.id, "hex")]);
}

function suiteOf(mark: Buffer): SuiteName | null {
  if (mark.length < markBytes || !mark.subarray(0, magic.length).equals(magic)) return null;
  return suiteNames.find((name) => suiteBytes[name] === mark[magic.length]) ?? null;
}

/** Which key and suite a value names that begins so; null for one from before values named them. */
export function keyOfMark(mark: Buffer): { readonly id: string; readonly suite: SuiteName } | null {
  const suite = suiteOf(mark);
  return suite === null ? null : { suite, id: mark.subarray(magic.length + 1, markBytes).toString("hex") };
}

function bind(mark: Buffer, purpose: SealedPurpose): Buffer {
  return Buffer.concat([mark, Buffer.from(purpose, "utf8")]);
}

/** Values of versions before keys could be changed: AES-256-GCM under one key for everything. */
function openOld(key: Buffer, purpose: SealedPurpose, sealed: Buffer): Buffer {
  if (!wasSealedBefore(purpose)) throw new NotAuthentic(purpose);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
