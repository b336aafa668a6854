import type { House } from "../../../house.ts";
import type { Reader } from "../../../store/case/sight.ts";
import { seenNumbers } from "../../../store/periodic/seen.ts";
import { numbersIn, onlySeen, type Readable } from "./seen.ts";

/** A work as this reader may read it, and whether something of it is a count for them. */
export async function asRead(
  house: House,
  reader: Reader,
  work: Readable,
): Promise<Readable & { readonly whole: boolean }> {
  const numbers = numbersIn(work);
  const seen = await seenNumbers(house.db, reader, numbers);
  return { ...onlySeen(work, seen), whole: numbers.every((number) => seen.has(number)) };
}
