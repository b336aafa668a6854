import { createHash, createPublicKey } from "node:crypto";
import { sm2 } from "sm-crypto-v2";
import { expect, it } from "vitest";
import { openKeys } from "./keys.ts";
import { sm2From, sm2Of } from "./sm2.ts";

/** The stand-alone checker reckons the curve by itself: two programs that share no line must agree. */
interface Checker {
  readSm2Key(text: string): { readonly der: Buffer; readonly print: string };
  sm2Signed(key: object, bytes: Buffer, signature: Buffer): boolean;
}
const file = new URL("../../../bin/audit-sm2.mjs", import.meta.url).href;
const { readSm2Key, sm2Signed } = (await import(file)) as Checker;

/** The example of GB/T 32918.5-2017, annex A.2: the recommended curve, user id 1234567812345678. */
const example = {
  privateKey: "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
  publicKey:
    "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
  message: Buffer.from("message digest"),
  k: BigInt("0x59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21"),
  x1: BigInt("0x04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73"),
  der: Buffer.from(
    "3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa",
    "hex",
  ),
};
const message = Buffer.from("回音");

it("has the public key and the signature of the published example, in the server and in the checker", () => {
  const signer = sm2Of(example.privateKey);
  const key = readSm2Key(signer.publicKey);
  expect(key.der.subarray(-64).toString("hex")).toBe(example.publicKey);
  expect(signer.verify(example.message, example.der)).toBe(true);
  expect(sm2Signed(key, example.message, example.der)).toBe(true);
  const options = { der: true, hash: true, pointPool: [{ k: example.k, x1: example.x1 }] };
  expect(sm2.doSignature(example.message, example.privateKey, options)).toBe(example.der.toString("hex"));
  expect(signer.print).toBe(createHash("sha256").update(key.der).digest("hex").slice(0, 16));
  expect(createPublicKey(signer.publicKey).export({ type: "spki", format: "der" }).equals(key.der)).toBe(true);
});

it("makes a signature that server and checker find right, another each time, and wrong with any byte changed", () => {
  const signer = sm2From(Buffer.alloc(48, 7));
  const key = readSm2Key(signer.publicKey);
  const both = (bytes: Buffer, signature: Buffer) => [
    signer.verify(bytes, signature),
    sm2Signed(key, bytes, signature),
  ];
  const one = signer.sign(message);
  expect(signer.sign(message).equals(one)).toBe(false);
  for (let i = 0; i < 20; i += 1) expect(both(message, signer.sign(message))).toEqual([true, true]);
  expect(both(Buffer.from("回音。"), one)).toEqual([false, false]);
  for (const [at, byte] of one.entries()) {
    const tampered = Buffer.from(one);
    tampered[at] = byte ^ 1;
    expect(both(message, tampered), `byte ${at}`).toEqual([false, false]);
  }
  for (const none of [
    Buffer.alloc(0),
    Buffer.alloc(70, 1),
    one.subarray(0, -1),
    Buffer.concat([one, Buffer.alloc(1)]),
  ]) {
    expect(both(message, none)).toEqual([false, false]);
  }
  // Numbers out of their range, and in it.
  const order = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123";
  for (const odd of ["3006020100020100", `3026020101022100${order}`, `3026022100${order}020101`, "3006020101020101"]) {
    expect(both(message, Buffer.from(odd, "hex")), odd).toEqual([false, false]);
  }
  const other = sm2From(Buffer.alloc(48, 8));
  expect(both(message, other.sign(message))).toEqual([false, false]);
});

it("reads no key that is no point of the curve", () => {
  const { publicKey } = sm2From(Buffer.alloc(48, 7));
  const der = createPublicKey(publicKey).export({ type: "spki", format: "der" });
  expect(readSm2Key(der.toString("hex")).der.equals(der)).toBe(true);
  const beside = Buffer.from(der);
  beside[90] = (der[90] ?? 0) ^ 1;
  for (const wrong of [beside.toString("hex"), der.subarray(0, -1).toString("hex"), "", openKeys(given).publicKey]) {
    expect(() => readSm2Key(wrong)).toThrow("SM2");
  }
});

const given = { masterKey: "11".repeat(32), dataDir: "unused" };

it("rests on the base key, whatever the suite and the later keys are, and is another key than that of another house", () => {
  const plain = openKeys(given);
  const later = openKeys({ ...given, suite: "sm", laterKeys: ["33".repeat(32)] });
  expect([plain.suite, later.suite]).toEqual(["aes", "sm"]);
  expect(later.sm2.publicKey).toBe(plain.sm2.publicKey);
  expect(later.sm2.verify(message, plain.sm2.sign(message))).toBe(true);
  expect(openKeys({ ...given, masterKey: "22".repeat(32) }).sm2.publicKey).not.toBe(plain.sm2.publicKey);
});
