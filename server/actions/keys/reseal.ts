import { KeyMissing, NotAuthentic } from "../../gateways/keys/sealer.ts";
import type { House } from "../../house.ts";
import { regionIds } from "../../store/office/regions.ts";
import { resealBatch } from "../../store/rest/reseal.ts";
import { inTransaction } from "../../store/transaction.ts";
import { plainEventsOfSealed } from "../../store/words/sealed-events.ts";
import { plainRowsOfSealed } from "../../store/words/rows/sealed-rows.ts";
import { plainWordsOfSealed } from "../../store/words/sealed-words.ts";
import { sealCase } from "../../record/sealing/seal-case.ts";
import { type SealedPlace, sealedPlaces } from "../../store/rest/sealed-places.ts";

/** A value that could not be sealed again, and stays as it is. */
export interface NotResealed {
  readonly table: string;
  readonly key: string;
  readonly why: string;
}

export interface Resealed {
  readonly rows: number;
  readonly failed: readonly NotResealed[];
  /** Everything was looked at; false when it was stopped before. */
  readonly done: boolean;
}

/**
 * Seals everything again that is not sealed with the newest key and the suite of the settings, a batch in each
 * transaction. Stopped or killed in the middle it has lost nothing, and the next call goes on with what is left.
 */
export async function reseal(
  house: Pick<House, "db" | "keys">,
  tell: (table: string, rows: number) => void = () => undefined,
  stopped: () => boolean = () => false,
): Promise<Resealed> {
  const failed: NotResealed[] = [];
  let rows = 0;
  for (const region of await regionIds(house.db)) {
    rows += await sealOlderWords(house, region, stopped);
    for (const place of sealedPlaces) {
      let after: readonly unknown[] | null = null;
      do {
        if (stopped()) return { rows, failed, done: false };
        const again = sealedAgain(house, place, failed);
        const batch = await resealBatch(house.db, region, place, house.keys.currentMark(), after, again);
        rows += batch.changed;
        if (batch.changed > 0) tell(place.table, rows);
        ({ after } = batch);
      } while (after !== null);
    }
  }
  return { rows, failed, done: true };
}

/** Seals the words of sealed cases that are plain still, one case in each transaction. */
async function sealOlderWords(
  house: Pick<House, "db" | "keys">,
  region: string,
  stopped: () => boolean,
): Promise<number> {
  let cases = 0;
  const plain = [
    ...(await plainWordsOfSealed(house.db, region)),
    ...(await plainEventsOfSealed(house.db, region)),
    ...(await plainRowsOfSealed(house.db, region)),
  ];
  for (const id of new Set(plain)) {
    if (stopped()) break;
    await inTransaction(house.db, (tx) => sealCase(tx, house, region, id));
    cases += 1;
  }
  return cases;
}

function sealedAgain({ keys }: Pick<House, "keys">, { table, purpose }: SealedPlace, failed: NotResealed[]) {
  return (value: Buffer, sealed: boolean, key: readonly unknown[]): Buffer | null => {
    try {
      return keys.sealBytes(purpose, sealed ? keys.openBytes(purpose, value) : value);
    } catch (error) {
      if (!(error instanceof NotAuthentic || error instanceof KeyMissing)) throw error;
      const name = key.map((part) => (Buffer.isBuffer(part) ? part.toString("hex") : String(part))).join("/");
      failed.push({ table, key: name, why: error.message });
      return null;
    }
  };
}
