import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the house keeps secret: fields of persons, look-up hashes, and the signature under each day's log. */
export interface Keys {
  /** Encrypts a field of a person; the same text gives another cipher text each time. */
  seal(text: string): Buffer;
  open(sealed: Buffer): string;
  /** A hash by which a phone or mail can be found again without being readable. */
  lookup(text: string): Buffer;
  signRoot(root: Buffer): Buffer;
  verifyRoot(root: Buffer, signature: Buffer): boolean;
  /** PEM of the public key, for the stand-alone checker. */
  readonly publicKey: string;
}

const ed25519Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

/** Keys derived from one master key: given, or made once and kept in the data folder. */
export function openKeys(masterKey: string | null, dataDir: string): Keys {
  const master = Buffer.from(masterKey ?? keptKey(join(dataDir, "keys", "master-key")), "hex");
  if (master.length !== 32) throw new Error("HUIYIN_KEY must be 64 hex digits");
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", master, "huiyin", purpose, 32));
  const field = derive("field");
  const lookupKey = derive("lookup");
  const privateKey = createPrivateKey({
    key: Buffer.concat([ed25519Prefix, derive("root-signature")]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey: KeyObject = createPublicKey(privateKey);
  return {
    seal: (text) => seal(field, text),
    open: (sealed) => open(field, sealed),
    lookup: (text) => createHmac("sha256", lookupKey).update(text).digest(),
    signRoot: (root) => sign(null, root, privateKey),
    verifyRoot: (root, signature) => verify(null, root, publicKey, signature),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
}

function keptKey(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(join(file, ".."), { recursive: true, mode: 0o700 });
  const key = randomBytes(32).toString("hex");
  writeFileSync(file, key, { mode: 0o600, flag: "wx" });
  return key;
}

function seal(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString("utf8");
}
