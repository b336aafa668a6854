import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { fixText, writeText } from "../../record/pack-text.ts";
import { regionIds } from "../../store/office/regions.ts";
import { bindingTexts } from "../../store/regulations/texts.ts";
import { inTransaction } from "../../store/transaction.ts";

/** Compares every regulation with the text that binds the cases of each region; throws where one was changed unasked. */
export async function keepTexts(house: House): Promise<void> {
  for (const region of await regionIds(house.db)) {
    const binding = await bindingTexts(house.db, region);
    for (const pack of house.packs.filter(({ id }) => binding.has(id))) {
      await inTransaction(house.db, (tx) => fixText(tx, house, region, pack));
    }
  }
}

/** The changed text of a regulation binds from now on, with the reason; null where nothing had changed. */
export async function amendPack(
  house: House,
  region: string,
  pack: Pack,
  reason: string,
): Promise<{ readonly from: string; readonly to: string } | null> {
  const known = (await bindingTexts(house.db, region)).get(pack.id);
  if (known === undefined || pack.sha256 === undefined || known === pack.sha256) return null;
  await inTransaction(house.db, (tx) => writeText(tx, house, region, pack, { how: "amended", reason }));
  return { from: known, to: pack.sha256 };
}
