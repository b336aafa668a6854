import { createHash } from "node:crypto";
import { sm2 } from "sm-crypto-v2";

/**
 * Signs and checks under SM2 with SM3 (GB/T 32918.2, user id 1234567812345678 as GB/T 35276 has it). Signatures are the
 * SM2Signature of GB/T 35276: SEQUENCE { r, s } in DER, as OpenSSL and other tools read it.
 */
export interface Sm2 {
  sign(bytes: Buffer): Buffer;
  verify(bytes: Buffer, signature: Buffer): boolean;
  /** PEM of the public key (SubjectPublicKeyInfo). */
  readonly publicKey: string;
  /** The first half of the SHA-256 of the public key's DER, in hexadecimal: a name for it. */
  readonly print: string;
}

/** SubjectPublicKeyInfo of a point of the SM2 curve, up to the point. */
const spkiPrefix = Buffer.from("3059301306072a8648ce3d020106082a811ccf5501822d034200", "hex");
const order = BigInt("0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123");
/** So many bytes that the private key is as good as evenly spread over its range. */
export const sm2SecretBytes = 48;

/** A signer whose private key is made of a secret of 48 bytes: a number from 1 to n − 2. */
export function sm2From(secret: Buffer): Sm2 {
  const number = (BigInt(`0x${secret.toString("hex")}`) % (order - BigInt(2))) + BigInt(1);
  return sm2Of(number.toString(16).padStart(64, "0"));
}

/** A signer with a private key of 64 hexadecimal digits. The public point and its tables are reckoned when first needed. */
export function sm2Of(privateKey: string): Sm2 {
  const point = once(() => sm2.getPublicKeyFromPrivateKey(privateKey));
  const tables = once(() => sm2.precomputePublicKey(point()));
  const der = once(() => Buffer.concat([spkiPrefix, Buffer.from(point(), "hex")]));
  return {
    sign: (bytes) =>
      Buffer.from(sm2.doSignature(bytes, privateKey, { der: true, hash: true, publicKey: point() }), "hex"),
    verify: (bytes, signature) => {
      const numbers = numbersOf(signature);
      if (numbers === null) return false;
      const both = numbers.map((one) => one.toString(16).padStart(64, "0")).join("");
      return sm2.doVerifySignature(bytes, both, tables(), { hash: true });
    },
    get publicKey() {
      const lines =
        der()
          .toString("base64")
          .match(/.{1,64}/g) ?? [];
      return `-----BEGIN PUBLIC KEY-----\n${lines.join("\n")}\n-----END PUBLIC KEY-----\n`;
    },
    get print() {
      return createHash("sha256").update(der()).digest("hex").slice(0, 16);
    },
  };
}

/**
 * The two numbers of a signature; null where the bytes are not exactly DER of two numbers in range. The library reads
 * other bytes for the same numbers too, and a signature has one form only.
 */
function numbersOf(der: Buffer): readonly bigint[] | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return null;
  const numbers: bigint[] = [];
  for (let at = 2; at < der.length; ) {
    const length = der[at + 1] ?? 0;
    const bytes = der.subarray(at + 2, at + 2 + length);
    const [first = 0x80, second = 0x80] = bytes;
    if (der[at] !== 2 || bytes.length !== length || first > 0x7f || (first === 0 && second < 0x80)) return null;
    numbers.push(BigInt(`0x${bytes.toString("hex")}`));
    at += 2 + length;
  }
  return numbers.length === 2 && numbers.every((one) => one > 0 && one < order) ? numbers : null;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
