import { zh } from "../../../domain/words/zh.ts";
import type { House } from "../../house.ts";
import type { Tx } from "../../store/db.ts";
import { openEvents, sealEvents } from "../../store/words/sealed-events.ts";
import { openedRow } from "../../store/words/rows/kept-rows.ts";
import { openRows, sealRows } from "../../store/words/rows/sealed-rows.ts";
import { closeWords, openWords, putOpened, putSealed, storedWords } from "../../store/words/sealed-words.ts";
import { searchWords } from "../finding/search-words.ts";

/**
 * Seals the words of a case that became a sealed one, the petitioner's, the office's and those in the rows beside it; what
 * is sealed already stays.
 */
export async function sealCase(tx: Tx, house: Pick<House, "keys">, region: string, caseId: string): Promise<void> {
  await sealEvents(tx, house.keys, region, caseId);
  await sealRows(tx, house.keys, region, caseId);
  const row = await storedWords(tx, region, caseId);
  if (!row || row.sealed) return;
  const { content, claim, title, title_given: titleGiven } = row;
  const fresh = closeWords(house.keys, { content, claim, title, titleGiven });
  await putSealed(tx, region, caseId, { was: null, fresh, title: zh.sealedTitle });
}

/** Gives a case that is a sealed one no longer its words back, and puts them into the index. */
export async function unsealCase(tx: Tx, house: Pick<House, "keys">, region: string, caseId: string): Promise<void> {
  const row = await storedWords(tx, region, caseId);
  if (!row?.sealed) return;
  const words = openWords(house.keys, row.sealed);
  const { number, source_id: sourceId } = row;
  const { place } = openedRow(house.keys, "case", row);
  const title = words.titleGiven ?? words.title;
  await putOpened(tx, region, caseId, words, searchWords({ number, title, content: words.content, place, sourceId }));
  await openEvents(tx, house.keys, region, caseId);
  await openRows(tx, house.keys, region, caseId);
}

/** Writes another title into the sealed words of a case. False when its words are not sealed. */
export async function retitleSealed(
  tx: Tx,
  house: Pick<House, "keys">,
  region: string,
  caseId: string,
  { title, titleGiven }: { readonly title: string; readonly titleGiven: string | null },
): Promise<boolean> {
  const row = await storedWords(tx, region, caseId);
  if (!row?.sealed) return false;
  const fresh = closeWords(house.keys, { ...openWords(house.keys, row.sealed), title, titleGiven });
  await putSealed(tx, region, caseId, { was: row.sealed, fresh, title: zh.sealedTitle });
  return true;
}
