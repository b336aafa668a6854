import { addDays, dayOf, type Instant, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { firstHash } from "../../store/chain.ts";
import type { Tx } from "../../store/db.ts";
import {
  addSignedDay,
  dayRoot,
  firstEventDay,
  knownAsSigned,
  rootToSign,
  signedDays,
} from "../../store/oversight/roots.ts";
import type { Sm2Key } from "../../store/trust/sm2-key.ts";
import { databaseNow, lastCosignature, lockTree } from "../../store/trust/tree.ts";
import { beginSm2 } from "../../record/trust/begin-sm2.ts";
import { HistoryDiffers } from "../../record/trust/head.ts";
import { Sm2Signatures } from "../../record/trust/sm2-signatures.ts";

/**
 * Signs every day of a region's log that is over and not signed yet; gives how many. A day is signed once and in order:
 * where days are missing that were signed, or the last one is not what was signed, nothing is signed any more.
 */
export async function signDays(house: House, region: string): Promise<number> {
  const sm2 = await beginSm2(house, region);
  return house.db.transaction().execute(async (tx) => {
    await lockTree(tx, region);
    const known = await signedDays(tx, region);
    const last = known.at(-1);
    await nothingTakenAway(tx, house, region, (last?.day ?? null) as PlainDate | null);
    const previous = last ? await mustHold(tx, house, region, known, sm2) : firstHash;
    const first = last ? addDays(last.day as PlainDate, 1) : await firstEventDay(tx, region);
    return signFrom(tx, house, region, { first, previous, sm2 }, dayOf(await earliestClock(tx, house, region)));
  });
}

async function signFrom(
  tx: Tx,
  house: House,
  region: string,
  from: { readonly first: PlainDate | null; readonly previous: Buffer; readonly sm2: Sm2Key | null },
  today: PlainDate,
): Promise<number> {
  let { previous } = from;
  let signed = 0;
  for (let day = from.first; day !== null && day < today; day = addDays(day, 1)) {
    const { events, root } = await dayRoot(tx, region, day);
    const toSign = rootToSign(previous, day, root);
    await addSignedDay(tx, {
      region_id: region,
      day,
      events,
      root,
      previous_root: previous,
      signature: house.keys.signRoot(toSign),
      public_key: house.keys.publicKey,
      signed_at: house.now(),
      sm2_signature: from.sm2 ? house.keys.sm2.sign(toSign) : null,
    });
    previous = toSign;
    signed += 1;
  }
  return signed;
}

/** Days of which a voucher, a head or the file outside the database says that they were signed must be there. */
async function nothingTakenAway(tx: Tx, house: House, region: string, last: PlainDate | null): Promise<void> {
  const kept = house.anchors?.read(region)?.lastDay ?? null;
  const said = await knownAsSigned(tx, region);
  const newest = [kept, said]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  if (newest !== undefined && (last === null || last < newest)) {
    throw new HistoryDiffers("daysRemoved", region, { expected: newest, found: last ?? "" });
  }
}

/** The last signed day as it was signed, after the day before it; gives what the next one follows. */
async function mustHold(
  tx: Tx,
  house: House,
  region: string,
  days: Awaited<ReturnType<typeof signedDays>>,
  sm2: Sm2Key | null,
): Promise<Buffer> {
  const [before, last] = [days.at(-2), days.at(-1)];
  if (!last) return firstHash;
  const day = last.day as PlainDate;
  const toSign = rootToSign(last.previous_root, day, last.root);
  const follows = before ? rootToSign(before.previous_root, before.day as PlainDate, before.root) : firstHash;
  const { root } = await dayRoot(tx, region, day);
  const holds =
    last.previous_root.equals(follows) &&
    root.equals(last.root) &&
    house.keys.verifyRoot(toSign, last.signature) &&
    new Sm2Signatures(house, sm2).ofDay(day, toSign, last.sm2_signature) === null;
  if (!holds) {
    const facts = { expected: last.root.toString("hex"), found: root.toString("hex") };
    throw new HistoryDiffers("predecessorWrong", `${region} ${day}`, facts);
  }
  return toSign;
}

/** A day is over when no clock says otherwise: that of the application, of the database, and of the witness. */
async function earliestClock(tx: Tx, house: House, region: string): Promise<Instant> {
  const clocks = [house.now(), await databaseNow(tx)];
  const witness = house.anchors?.witness ?? null;
  if (witness) {
    const signed = await lastCosignature(tx, region, witness.key.name);
    if (signed) clocks.push(signed.at as Instant);
  }
  return clocks.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] as Instant;
}
