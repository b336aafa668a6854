import { createCipheriv, createHash } from "node:crypto";
import { encryptionOf, type PdfEncryption } from "./pdf-parts.ts";

/** What fills up a password that is shorter than 32 bytes: an empty one is this alone (ISO 32000-1, 7.6.3.3). */
const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/**
 * Whether a PDF opens only with a password. Many official papers are encrypted so that they cannot be changed, and open
 * without one: the empty password is tried as every reader does. What protects in another way counts as locked.
 */
export function isLocked(bytes: Buffer): boolean {
  const encryption = encryptionOf(bytes);
  if (!encryption) return false;
  if (!encryption.standard) return true;
  return encryption.revision >= 5 ? !opensNew(encryption) : !opensOld(encryption);
}

function md5(...parts: readonly Buffer[]): Buffer {
  return createHash("md5").update(Buffer.concat(parts)).digest();
}

/** Revisions 2 to 4: the entry U is what the key of the empty password makes of the padding. */
function opensOld({ revision, keyBytes, permissions, owner, user, metadata, id }: PdfEncryption): boolean {
  const allowed = Buffer.alloc(4);
  allowed.writeInt32LE(permissions | 0);
  const open = revision >= 4 && !metadata ? Buffer.from("ffffffff", "hex") : Buffer.alloc(0);
  let key = md5(padding, owner.subarray(0, 32), allowed, id, open).subarray(0, keyBytes);
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32));
  for (let i = 0; i < 50; i++) key = md5(key).subarray(0, keyBytes);
  let made = rc4(key, md5(padding, id));
  for (let i = 1; i <= 19; i++) made = rc4(Buffer.from(key.map((byte) => byte ^ i)), made);
  return made.equals(user.subarray(0, 16));
}

/** Revisions 5 and 6: U holds a hash of the password with a salt. */
function opensNew({ revision, user }: PdfEncryption): boolean {
  const salt = user.subarray(32, 40);
  const first = createHash("sha256").update(salt).digest();
  return (revision === 5 ? first : hardened(first)).equals(user.subarray(0, 32));
}

/** Algorithm 2.B of ISO 32000-2 for an empty password. */
function hardened(first: Buffer): Buffer {
  let key = first;
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const made = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const sum = made.subarray(0, 16).reduce((all, byte) => all + byte, 0) % 3;
    key = createHash(["sha256", "sha384", "sha512"][sum] ?? "sha256")
      .update(made)
      .digest();
    last = made.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** RC4, which today's libraries no longer offer; nothing but this check uses it. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256;
    swap(i, j);
  }
  let [a, b] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      a = (a + 1) % 256;
      b = (b + (state[a] ?? 0)) % 256;
      swap(a, b);
      return byte ^ (state[((state[a] ?? 0) + (state[b] ?? 0)) % 256] ?? 0);
    }),
  );
}
