import type { House } from "../../house.ts";
import { HistoryDiffers } from "./head.ts";
import { lastSignedDay } from "../../store/oversight/roots.ts";
import { addSm2Key, type Sm2Key, sm2KeyOf, sm2KeysVouchedFor } from "../../store/trust/sm2-key.ts";
import { lastCheckpoint, lockTree } from "../../store/trust/tree.ts";

/**
 * With the suite `sm`, writes down that every later day and head of a region is signed under SM2 as well; once. It is
 * done before anything is signed, so that the first such head covers the row that says so. It holds for good, whatever
 * the suite is later: otherwise taking signatures away would look like turning them off.
 *
 * Gives the key, null where there is none. Throws `HistoryDiffers` where a key was there and is gone, or is another.
 */
export async function beginSm2(house: House, region: string): Promise<Sm2Key | null> {
  const known = await sm2KeyOf(house.db, region);
  if (known) return sameKey(house, region, known);
  if (house.keys.suite !== "sm") return null;
  return house.db.transaction().execute(async (tx) => {
    await lockTree(tx, region);
    const meanwhile = await sm2KeyOf(tx, region);
    if (meanwhile) return sameKey(house, region, meanwhile);
    const [before] = await sm2KeysVouchedFor(tx, region);
    if (before !== undefined) throw new HistoryDiffers("sm2KeyRemoved", region, { expected: before, found: "" });
    const { print, publicKey } = house.keys.sm2;
    const after = {
      after_day: await lastSignedDay(tx, region),
      after_size: (await lastCheckpoint(tx, region))?.size ?? 0,
    };
    const key: Sm2Key = { print, public_key: publicKey, ...after };
    await addSm2Key(tx, region, key, house.now());
    return key;
  });
}

/** Under another key nothing is signed. */
function sameKey(house: House, region: string, key: Sm2Key): Sm2Key {
  const { print, publicKey } = house.keys.sm2;
  if (key.public_key === publicKey && key.print === print) return key;
  throw new HistoryDiffers("sm2KeyDiffers", region, { expected: print, found: key.print });
}
