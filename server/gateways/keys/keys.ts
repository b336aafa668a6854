import { createHmac, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import type { SealedPurpose } from "./purposes.ts";
import { baseFrom, givenRing, keptBase, keptRing, type Ring } from "./ring.ts";
import { type Sealer, sealer } from "./sealer.ts";
import { type Sm2, sm2From, sm2SecretBytes } from "./sm2.ts";
import type { SuiteName } from "./suites.ts";

/** What the house keeps secret: sealed values, look-up hashes, and the signature under each day's log. */
export interface Keys extends Sealer {
  /** Encrypts a text; the same text gives another cipher text each time. */
  seal(purpose: SealedPurpose, text: string): Buffer;
  /** Opens what was sealed for this purpose. Throws `KeyMissing` or `NotAuthentic`. */
  open(purpose: SealedPurpose, sealed: Buffer): string;
  /** A hash by which a phone or mail can be found again without being readable. */
  lookup(text: string): Buffer;
  signRoot(root: Buffer): Buffer;
  verifyRoot(root: Buffer, signature: Buffer): boolean;
  /** PEM of the public key, for the stand-alone checker. */
  readonly publicKey: string;
  /** The second signature under days and heads of the log, beside that of `signRoot`. */
  readonly sm2: Sm2;
  /** How new values are sealed; with `sm` days and heads are signed under SM2 as well. */
  readonly suite: SuiteName;
  readonly ring: Ring;
}

/** How the keys are given. */
export interface KeySource {
  /** Base key, 64 hex digits; null: made once and kept in `dataDir`. */
  readonly masterKey: string | null;
  readonly dataDir: string;
  /** Later keys of the surroundings, the last one seals; none: those of the file in `dataDir`. */
  readonly laterKeys?: readonly string[];
  readonly suite?: SuiteName;
}

const ed25519Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

/** Keys from one base key and what came later. Look-ups and the audit signatures rest on the base key alone. */
export function openKeys({ masterKey, dataDir, laterKeys = [], suite = "aes" }: KeySource): Keys {
  const base = masterKey === null ? keptBase(dataDir) : baseFrom(masterKey);
  const ring = masterKey !== null || laterKeys.length > 0 ? givenRing(base, laterKeys) : keptRing(base, dataDir);
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", base, "huiyin", purpose, 32));
  const lookupKey = derive("lookup");
  const privateKey = createPrivateKey({
    key: Buffer.concat([ed25519Prefix, derive("root-signature")]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey: KeyObject = createPublicKey(privateKey);
  const sealing = sealer(ring, suite, derive("field"));
  return {
    ...sealing,
    seal: (purpose, text) => sealing.sealBytes(purpose, Buffer.from(text, "utf8")),
    open: (purpose, sealed) => sealing.openBytes(purpose, sealed).toString("utf8"),
    lookup: (text) => createHmac("sha256", lookupKey).update(text).digest(),
    signRoot: (root) => sign(null, root, privateKey),
    verifyRoot: (root, signature) => verify(null, root, publicKey, signature),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    sm2: sm2From(Buffer.from(hkdfSync("sm3", base, "huiyin", "root-signature sm2", sm2SecretBytes))),
    suite,
    ring,
  };
}
