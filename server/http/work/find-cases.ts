import type { z } from "zod";
import type { cases } from "../../../contract/case/cases.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { noteSearch } from "../../actions/finding/note-search.ts";
import { countCases, findCases, type ListedCase } from "../../store/work/lists.ts";
import type { StaffCaller } from "../caller.ts";
import { type Shop, worldOf } from "../shop.ts";
import { byConditions, byNumber, type Search, textOf } from "./search-input.ts";
import { packToday, readerOf } from "../api/worklist.ts";

type Query = Omit<z.output<typeof cases.export.query>, "purpose" | "as">;
type Page = { readonly limit: number; readonly offset: number };

/** What was found, and how it was looked for. */
export interface Found {
  readonly listed: readonly ListedCase[];
  readonly total: number;
  readonly ignoredFilters: boolean;
  readonly askedPeople: boolean;
}

const first: Page = { limit: 1, offset: 0 };

/**
 * Finds cases for somebody. A number goes before everything; six digits that are no case's number are words. Where the
 * text is a person's number, or was found as a person's name, it is written down who has looked for it.
 */
export async function search(shop: Shop, caller: StaffCaller, query: Query, page: Page): Promise<Found> {
  const { house } = shop;
  const reader = readerOf(shop, caller);
  const numbered = byNumber(query);
  if (numbered) {
    const listed = await findCases(house.db, reader, { ...numbered, ...page });
    const found =
      listed[0]?.total ?? (page.offset > 0 ? await countCases(house.db, reader, { ...numbered, ...first }) : 0);
    if (found > 0 || numbered.number?.length !== 6) {
      return { listed, total: found, ignoredFilters: true, askedPeople: false };
    }
  }
  const { filter, personal, people } = await conditionsOf(shop, caller, query);
  const listed = await findCases(house.db, reader, { ...filter, ...page });
  const onlyPeople: Search = { ...filter, text: filter.text && { ...filter.text, words: [], whole: "" } };
  const hits = people ? await countCases(house.db, reader, { ...onlyPeople, ...first }) : 0;
  const askedPeople = personal || hits > 0;
  if (askedPeople) await noteSearch(house, shop.region, caller.actor, query.q, hits);
  return { listed, total: listed[0]?.total ?? 0, ignoredFilters: false, askedPeople };
}

/** How many cases of a search have changed since a moment. */
export async function changesOf(shop: Shop, caller: StaffCaller, query: Query, since: string): Promise<number> {
  const numbered = byNumber(query);
  const { filter } = numbered ? { filter: numbered } : await conditionsOf(shop, caller, query);
  return countCases(shop.house.db, readerOf(shop, caller), { ...filter, since, ...first });
}

async function conditionsOf(shop: Shop, caller: StaffCaller, query: Query) {
  const world = await worldOf(shop);
  const text = textOf(query.q, world, shop.house.keys, caller.posts);
  const filter = byConditions(query, dayOf(shop.house.now()), text, { world, pack: packToday(shop, world) });
  return { filter, personal: text?.personal === true, people: (text?.people.length ?? 0) > 0 };
}
