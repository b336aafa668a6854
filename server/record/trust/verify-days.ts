import { addDays, dayOf, type PlainDate, startOfDay } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { firstHash } from "../../store/chain.ts";
import { dayRoot, eventDays, knownAsSigned, rootToSign, signedDays } from "../../store/oversight/roots.ts";
import { fault, type Tell } from "./fault.ts";
import type { Sm2Signatures } from "./sm2-signatures.ts";

/** The signed days, one after the other, and those that should be signed. Gives how many there are. */
export async function verifyDays(
  house: House,
  region: string,
  tell: Tell,
  kept: PlainDate | null,
  sm2: Sm2Signatures,
): Promise<number> {
  const days = await signedDays(house.db, region);
  let previous: Buffer = firstHash;
  let before: PlainDate | null = null;
  for (const row of days) {
    const day = row.day as PlainDate;
    if (before !== null && addDays(before, 1) !== day) {
      tell(fault("dayMissing", day, { expected: addDays(before, 1), found: day }));
    }
    const { root, events } = await dayRoot(house.db, region, day);
    if (!root.equals(row.root) || events !== row.events) {
      const expected = `${row.events} ${row.root.toString("hex")}`;
      tell(fault("dayChanged", day, { expected, found: `${events} ${root.toString("hex")}` }));
    }
    const signed = rootToSign(row.previous_root, day, row.root);
    const chained = row.previous_root.equals(previous);
    if (!chained || !house.keys.verifyRoot(signed, row.signature)) {
      tell(fault("signatureWrong", day, { expected: previous, found: row.previous_root }));
    }
    const second = sm2.ofDay(day, signed, row.sm2_signature);
    if (second) tell(second);
    previous = signed;
    before = day;
  }
  await lastDays(house, region, { last: before, kept }, tell);
  return days.length;
}

/**
 * Days after the last signed one: those that were signed once, as a voucher, a head or the file outside the database says,
 * and those that are over for more than a day and hold events.
 */
async function lastDays(
  house: House,
  region: string,
  { last, kept }: { readonly last: PlainDate | null; readonly kept: PlainDate | null },
  tell: Tell,
): Promise<void> {
  const missing = new Set<PlainDate>();
  const newest = [kept, await knownAsSigned(house.db, region)]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  if (newest !== undefined && (last === null || last < newest)) missing.add(newest);
  // Yesterday may still wait for its signature; what lies further back has been signed, or the signature was taken away.
  const from = last === null ? null : startOfDay(addDays(last, 1));
  const until = startOfDay(addDays(dayOf(house.now()), -1));
  for (const day of await eventDays(house.db, region, from, until)) missing.add(day);
  for (const day of [...missing].toSorted()) tell(fault("dayMissing", day, { expected: day, found: last ?? "" }));
}
