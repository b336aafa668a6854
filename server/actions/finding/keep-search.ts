import type { House } from "../../house.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { dropSearch, keepSearch, savedAtMost, savedSearches } from "../../store/work/saved-searches.ts";

/** What somebody wants to find again, under which name. */
export interface SearchToKeep {
  readonly region: string;
  readonly personId: string;
  readonly name: string;
  readonly conditions: Readonly<Record<string, string>>;
}

/** Keeps a search of one's own under a name; the same name keeps what was asked last. False when there are too many. */
export function keepOwnSearch(house: House, order: SearchToKeep, onceKey: OnceKey | null): Promise<boolean> {
  const { region, personId, name, conditions } = order;
  return writeOnce(
    house,
    { region, key: onceKey, request: order },
    async (tx) => {
      const known = await savedSearches(tx, region, personId);
      if (known.length >= savedAtMost && !known.some((search) => search.name === name)) return false;
      await keepSearch(tx, region, personId, { id: house.newId(), name, conditions }, house.now());
      return true;
    },
    (kept) => kept,
  );
}

/** Forgets a search of one's own; false when there is none. */
export function forgetSearch(
  house: House,
  order: { readonly region: string; readonly personId: string; readonly id: string },
  onceKey: OnceKey | null,
): Promise<boolean> {
  const { region, personId, id } = order;
  return writeOnce(
    house,
    { region, key: onceKey, request: { forget: id } },
    (tx) => dropSearch(tx, region, personId, id),
    (gone) => gone,
  );
}
