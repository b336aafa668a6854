import { addDays, dayOf, type PlainDate, startOfDay } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { firstHash } from "../../store/chain.ts";
import { addSignedDay, dayRoot, firstEventDay, rootToSign, signedDays } from "../../store/oversight/roots.ts";

/** Signs every day of a region's log that is over and not signed yet; gives how many. */
export async function signDays(house: House, region: string): Promise<number> {
  return house.db.transaction().execute(async (tx) => {
    const known = await signedDays(tx, region);
    const last = known.at(-1);
    const first = last ? addDays(last.day as PlainDate, 1) : await firstEventDay(tx, region);
    const today = dayOf(house.now());
    let previous = last ? rootToSign(last.previous_root, last.day as PlainDate, last.root) : firstHash;
    let signed = 0;
    for (let day = first; day !== null && day < today; day = addDays(day, 1)) {
      const { events, root } = await dayRoot(tx, region, startOfDay(day), startOfDay(addDays(day, 1)));
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
      });
      previous = toSign;
      signed += 1;
    }
    return signed;
  });
}
