// The third part of audit-check.mjs: signatures under SM2 with SM3 (GB/T 32918.2, user id 1234567812345678), which days
// and heads carry beside Ed25519 from a day on. Node makes such signatures without a user id only, so the curve is
// reckoned here. Plain JavaScript for any node from 20 on, nothing of the project; only public numbers pass through it.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { words } from "./audit-words.mjs";

const p = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const a = p - 3n;
const b = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const generator = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
const userId = "1234567812345678";
const spkiPrefix = "3059301306072a8648ce3d020106082a811ccf5501822d034200";

const mod = (x) => {
  const rest = x % p;
  return rest < 0n ? rest + p : rest;
};
const bytesOf = (x) => Buffer.from(x.toString(16).padStart(64, "0"), "hex");
const sm3 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sm3")).digest();

/** 1/x modulo p, by the algorithm of Euclid. */
function inverse(x) {
  let [left, right, one, other] = [mod(x), p, 1n, 0n];
  while (left > 1n) {
    const times = right / left;
    [left, right, one, other] = [right - times * left, left, other - times * one, one];
  }
  return mod(one);
}

/** The sum of two points, each with x and y; null is the point at infinity. */
function sum(one, other) {
  if (one === null || other === null) return one ?? other;
  if (one.x === other.x && one.y !== other.y) return null;
  const slope =
    one.x === other.x
      ? mod((3n * one.x * one.x + a) * inverse(2n * one.y))
      : mod((other.y - one.y) * inverse(other.x - one.x));
  const x = mod(slope * slope - one.x - other.x);
  return { x, y: mod(slope * (one.x - x) - one.y) };
}

/** The same without a division: `one` as X/Z², Y/Z³, the other point plain. */
function sumOf(one, point) {
  if (one === null) return { ...point, z: 1n };
  const zz = mod(one.z * one.z);
  const h = mod(point.x * zz - one.x);
  const slope = mod(point.y * mod(zz * one.z) - one.y);
  // The same point, or its opposite: rare, and left to the plain way.
  if (h === 0n) {
    const twice = sum(plain(one), point);
    return twice === null ? null : { ...twice, z: 1n };
  }
  const hh = mod(h * h);
  const hhh = mod(hh * h);
  const v = mod(one.x * hh);
  const x = mod(slope * slope - hhh - 2n * v);
  return { x, y: mod(slope * (v - x) - one.y * hhh), z: mod(one.z * h) };
}

function plain(point) {
  if (point === null) return null;
  const over = inverse(point.z);
  const square = mod(over * over);
  return { x: mod(point.x * square), y: mod(point.y * mod(square * over)) };
}

/** 1 to 15 times 16^i of a point, for each i: a multiple is then a sum of 64 points at most. */
function tableOf(point) {
  const rows = [];
  let base = point;
  for (let i = 0; i < 64; i += 1) {
    const row = [null, base];
    for (let k = 2; k < 16; k += 1) row.push(sum(row[k - 1], base));
    rows.push(row);
    base = sum(row[15], base);
  }
  return rows;
}

function addMultiple(start, table, factor) {
  let all = start;
  let left = factor;
  for (let i = 0; left > 0n; i += 1, left >>= 4n) {
    const point = table[i][Number(left & 15n)];
    if (point !== null) all = sumOf(all, point);
  }
  return all;
}

/** The two numbers of a signature; null where the bytes are not exactly DER of two numbers in range. */
function numbersOf(der) {
  const numbers = [];
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return null;
  for (let at = 2; at < der.length; ) {
    const length = der[at + 1];
    const bytes = der.subarray(at + 2, at + 2 + length);
    const padded = bytes[0] === 0 && bytes[1] < 0x80;
    if (der[at] !== 2 || bytes.length !== length || length < 1 || bytes[0] > 0x7f || padded) return null;
    numbers.push(BigInt(`0x${bytes.toString("hex")}`));
    at += 2 + length;
  }
  return numbers.length === 2 && numbers.every((one) => one > 0n && one < n) ? numbers : null;
}

/** A public key of SM2, from PEM or hexadecimal DER; throws where it is none. */
export function readSm2Key(text) {
  const isHex = /^[0-9a-f]+$/i.test(text.trim());
  const body = isHex ? "" : text.replace(/-----[A-Z ]+-----/g, "").replace(/\s/g, "");
  const der = isHex ? Buffer.from(text.trim(), "hex") : Buffer.from(body, "base64");
  const [x, y] = [der.subarray(27, 59), der.subarray(59)].map((part) => BigInt(`0x${part.toString("hex") || "0"}`));
  const shaped = der.length === 91 && der.subarray(0, 26).toString("hex") === spkiPrefix && der[26] === 4;
  if (!shaped || x >= p || y >= p || mod(y * y) !== mod(x * x * x + a * x + b)) throw new Error("SM2");
  const curve = [a, b, generator.x, generator.y, x, y].map(bytesOf);
  const named = sm3(Buffer.of(0, userId.length * 8), userId, ...curve);
  const print = createHash("sha256").update(der).digest("hex").slice(0, 16);
  return { der, print, named, point: { x, y }, table: null };
}

/** The same of words on the command line: the key itself, or the name of its file. */
export function givenSm2Key(text) {
  const whole = existsSync(text) ? readFileSync(text, "utf8") : text;
  try {
    return readSm2Key(whole);
  } catch {
    throw new Error(words.badSm2Key);
  }
}

let generatorTable = null;

/** Whether a signature (DER) over some bytes is that of the key. */
export function sm2Signed(key, bytes, signature) {
  const numbers = numbersOf(signature);
  if (numbers === null) return false;
  const [r, s] = numbers;
  const t = (r + s) % n;
  if (t === 0n) return false;
  generatorTable ??= tableOf(generator);
  key.table ??= tableOf(key.point);
  const point = plain(addMultiple(addMultiple(null, generatorTable, s), key.table, t));
  if (point === null) return false;
  const e = BigInt(`0x${sm3(key.named, bytes).toString("hex")}`);
  return (e + point.x) % n === r;
}

/**
 * The second signatures of a file of `audit export`. Its line "sm2Key" says under which key, and after which day and
 * which head each day and head must carry one. The line is a row that a voucher vouches for, signed under Ed25519.
 */
export class SecondSignatures {
  constructor({ region, given, fault }) {
    Object.assign(this, { region, given, fault });
    this.key = given;
    this.after = null;
    this.right = 0;
  }

  /** The text of the row; gives nothing, and says what is wrong with it. */
  begin(text) {
    let row = null;
    try {
      row = JSON.parse(text);
      const said = readSm2Key(row.public_key);
      if (this.given && !this.given.der.equals(said.der)) this.fault("sm2KeyDiffers", this.region);
      this.key ??= said;
      this.after = { day: row.after_day ?? "", size: row.after_size };
      if (!Number.isInteger(row.after_size)) throw new Error("after_size");
    } catch {
      this.fault("sm2KeyDiffers", this.region);
      // Whoever broke the row does not thereby excuse anything.
      this.after = { day: "", size: 0 };
    }
  }

  day(day, bytes, signature) {
    this.judge(day, this.after !== null && day > this.after.day, bytes, signature);
  }

  head(size, text, signature) {
    this.judge(`checkpoint/${size}`, this.after !== null && size > this.after.size, Buffer.from(text), signature);
  }

  judge(where, ought, bytes, signature) {
    if (signature === undefined) {
      if (ought) this.fault("sm2SignatureMissing", where);
      return;
    }
    const fine = typeof signature === "string" && /^([0-9a-f]{2})+$/.test(signature) && this.key !== null;
    if (fine && sm2Signed(this.key, bytes, Buffer.from(signature, "hex"))) this.right += 1;
    else this.fault("sm2SignatureWrong", where);
  }

  /** Who knows a key of the log expects the log to know it. */
  end() {
    if (this.given && this.after === null) this.fault("sm2KeyMissing", this.region);
  }
}
