import {
  type CipherGCMTypes,
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** How values are sealed: the international suite, or 国密 (GB/T 32907 SM4 with GB/T 32905 SM3). */
export const suiteNames = ["aes", "sm"] as const;
export type SuiteName = (typeof suiteNames)[number];

/** Seals and opens bytes. `key` is derived for one purpose; `bound` is authenticated and must be the same on both sides. */
export interface Suite {
  derive(secret: Buffer, purpose: string): Buffer;
  seal(key: Buffer, plain: Buffer, bound: Buffer): Buffer;
  /** Throws when the key, the bytes or `bound` is another. */
  open(key: Buffer, sealed: Buffer, bound: Buffer): Buffer;
}

const salt = "huiyin sealed";
const gcm: CipherGCMTypes = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a nonce of 96 random bits; HKDF on SHA-256. */
const aes: Suite = {
  derive: (secret, purpose) => Buffer.from(hkdfSync("sha256", secret, salt, purpose, 32)),
  seal(key, plain, bound) {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(gcm, key, nonce).setAAD(bound);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  open(key, sealed, bound) {
    const decipher = createDecipheriv(gcm, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(bound).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  },
};

const blockBytes = 16;
const macBytes = 32;

/**
 * SM4 in counter mode, then HMAC-SM3 over purpose, counter and cipher text (the OpenSSL of Node has no SM4-GCM);
 * HKDF on SM3 gives one key for each of the two.
 */
const sm: Suite = {
  derive: (secret, purpose) => Buffer.from(hkdfSync("sm3", secret, salt, purpose, blockBytes + macBytes)),
  seal(key, plain, bound) {
    const counter = randomBytes(blockBytes);
    const cipher = createCipheriv("sm4-ctr", key.subarray(0, blockBytes), counter);
    const body = Buffer.concat([counter, cipher.update(plain), cipher.final()]);
    return Buffer.concat([mac(key, bound, body), body]);
  },
  open(key, sealed, bound) {
    const [shown, body] = [sealed.subarray(0, macBytes), sealed.subarray(macBytes)];
    if (body.length < blockBytes || !timingSafeEqual(mac(key, bound, body), shown)) {
      throw new Error("sealed value is not authentic");
    }
    const decipher = createDecipheriv("sm4-ctr", key.subarray(0, blockBytes), body.subarray(0, blockBytes));
    return Buffer.concat([decipher.update(body.subarray(blockBytes)), decipher.final()]);
  },
};

function mac(key: Buffer, bound: Buffer, body: Buffer): Buffer {
  // The length keeps `bound` and `body` apart: no byte may move from one to the other.
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bound.length);
  return createHmac("sm3", key.subarray(blockBytes)).update(length).update(bound).update(body).digest();
}

export const suites: Readonly<Record<SuiteName, Suite>> = { aes, sm };
