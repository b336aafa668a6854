import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A key that values are sealed with. Its id stands in front of every value, so that values of older keys are found. */
export interface SealKey {
  /** Four bytes of the key's hash, as hex digits. */
  readonly id: string;
  readonly secret: Buffer;
}

/** The keys of a house, oldest first: the last one seals, all open. */
export interface Ring {
  keys(): readonly SealKey[];
  /** Adds a key that seals from now on. Throws `RingError` where the keys come from outside. */
  add(): SealKey;
  /** Takes a later key away. Throws `RingError` for the base key, on which look-ups and the audit signature rest. */
  remove(id: string): void;
}

export class RingError extends Error {
  readonly code: "fromOutside" | "baseKey" | "unknown" | "unreadable";
  /** The key that was named. */
  readonly id: string | null;
  constructor(code: RingError["code"], id: string | null = null) {
    super(code);
    this.code = code;
    this.id = id;
  }
}

function sealKey(secret: Buffer): SealKey {
  const id = createHash("sha256").update("huiyin key id").update(secret).digest("hex").slice(0, 8);
  return { id, secret };
}

function keyFrom(text: string): SealKey {
  if (!/^[0-9a-f]{64}$/i.test(text.trim())) throw new RingError("unreadable");
  return sealKey(Buffer.from(text.trim(), "hex"));
}

/** Keys that the surroundings give and that nobody changes here. */
export function givenRing(base: Buffer, later: readonly string[]): Ring {
  const all = [sealKey(base), ...later.map(keyFrom)];
  const refuse = (): never => {
    throw new RingError("fromOutside");
  };
  return { keys: () => all, add: refuse, remove: refuse };
}

/** Keys in a file of the data folder. Another process may add one: the file is read again when it has changed. */
export function keptRing(base: Buffer, dataDir: string): Ring {
  const file = join(dataDir, "keys", "later-keys");
  const first = sealKey(base);
  let read = { mark: "", keys: [first] as readonly SealKey[] };
  const keys = () => {
    const found = statSync(file, { throwIfNoEntry: false });
    const mark = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : "";
    if (mark !== read.mark) {
      const lines = found ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
      read = { mark, keys: [first, ...lines.map(keyFrom)] };
    }
    return read.keys;
  };
  const write = (later: readonly SealKey[]) => {
    // Renamed into place: a reader sees the old file or the new one, never half of it.
    const fresh = `${file}.${randomBytes(4).toString("hex")}`;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(fresh, later.map((key) => `${key.secret.toString("hex")}\n`).join(""), { mode: 0o600, flush: true });
    renameSync(fresh, file);
  };
  return {
    keys,
    add() {
      const key = sealKey(randomBytes(32));
      write([...keys().slice(1), key]);
      return key;
    },
    remove(id) {
      if (first.id === id) throw new RingError("baseKey", id);
      if (!keys().some((key) => key.id === id)) throw new RingError("unknown", id);
      write(keys().filter((key) => key !== first && key.id !== id));
    },
  };
}

/** The base key of the data folder, made once. */
export function keptBase(dataDir: string): Buffer {
  const file = join(dataDir, "keys", "master-key");
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  }
  return baseFrom(readFileSync(file, "utf8").trim());
}

/** A base key of 64 hex digits. */
export function baseFrom(hex: string): Buffer {
  const base = Buffer.from(hex, "hex");
  if (base.length !== 32) throw new Error("HUIYIN_KEY must be 64 hex digits");
  return base;
}
