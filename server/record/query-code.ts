import { randomInt } from "node:crypto";
import type { House } from "../house.ts";

const codes = 10_000_000_000;

/** Ten digits by chance. */
export function newQueryCode(): string {
  return padded(randomInt(codes));
}

/** Ten digits that only this house can tell from the words: the same words give the same code again. */
export function queryCodeFor(house: House, words: string): string {
  return padded(house.keys.lookup(`query-code:${words}`).readBigUInt64BE() % BigInt(codes));
}

/** The hash under which number and code belong together. */
export function codeHash(house: House, number: string, code: string): Buffer {
  return house.keys.lookup(`code:${number}:${code}`);
}

function padded(digits: bigint | number): string {
  return String(digits).padStart(10, "0");
}
