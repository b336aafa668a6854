import { keyOfMark } from "../../gateways/keys/sealer.ts";
import type { House } from "../../house.ts";
import { countMarks } from "../../store/rest/reseal.ts";
import { sealedPlaces } from "../../store/rest/sealed-places.ts";

/** How many values of a column were sealed with which key. */
export interface KeyUse {
  /** Id of the key; `plain`: not sealed; `before`: sealed with the base key before values named their key. */
  readonly key: string;
  readonly suite: string | null;
  readonly table: string;
  readonly column: string;
  readonly purpose: string;
  readonly rows: number;
}

/** All sealed values by key, suite and column. */
export async function keyUses(house: Pick<House, "db">): Promise<readonly KeyUse[]> {
  const uses: KeyUse[] = [];
  for (const place of sealedPlaces) {
    const { table, column, purpose } = place;
    const counted = new Map<string, KeyUse>();
    for (const { mark, rows } of await countMarks(house.db, place)) {
      const named = mark === null ? null : keyOfMark(mark);
      const key = mark === null ? "plain" : (named?.id ?? "before");
      const suite = named?.suite ?? null;
      const before = counted.get(`${key} ${suite}`)?.rows ?? 0;
      counted.set(`${key} ${suite}`, { key, suite, table, column, purpose, rows: before + rows });
    }
    uses.push(...counted.values());
  }
  return uses;
}

/** What came of taking a key away: values need it still, or it is gone. */
export type Retired = { readonly inUse: number } | { readonly retired: string };

/** Takes a later key away that no value needs any more. Throws `RingError` for the base key and for keys from outside. */
export async function retireKey(house: Pick<House, "db" | "keys">, id: string): Promise<Retired> {
  const known = house.keys.ring.keys();
  // The ring itself refuses keys that are not there, and the base key.
  if (!known.some((key) => key.id === id) || known[0]?.id === id) house.keys.ring.remove(id);
  const inUse = (await keyUses(house)).filter(({ key }) => key === id).reduce((sum, { rows }) => sum + rows, 0);
  const newest = known.at(-1)?.id === id;
  if (inUse > 0 || newest) return { inUse };
  house.keys.ring.remove(id);
  return { retired: id };
}
