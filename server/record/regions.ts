import type { House } from "../house.ts";
import { addressOf, fromOwnMachine, leadsFrom } from "./addresses.ts";
import { regionRows, type RegionRow } from "../store/office/regions.ts";

interface Kept {
  readonly rows: Promise<readonly RegionRow[]>;
  at: number;
}

const kept = new WeakMap<object, Kept>();

/** Another process may found a region or rename it while this one runs: after so long one looks again. */
const staleAfter = 5000;

/**
 * The regions of the house: asked for with every request, read from the database now and then. What is known is given
 * at once, while a look at what has become of it goes on: no request waits for the database here but the first.
 */
export function knownRegions(house: House): Promise<readonly RegionRow[]> {
  const known = kept.get(house);
  if (known && performance.now() - known.at < staleAfter) return known.rows;
  const rows = regionRows(house.db);
  if (known) {
    known.at = performance.now();
    rows.then(() => kept.set(house, { rows, at: performance.now() })).catch(() => undefined);
    return known.rows;
  }
  kept.set(house, { rows, at: performance.now() });
  rows.catch(() => kept.delete(house));
  return rows;
}

/** The next request reads the regions anew. */
export function forgetRegions(house: House): void {
  kept.delete(house);
}

/** A demo region of this house, and where it is reached. */
export interface Neighbour {
  readonly name: string;
  readonly url: string;
}

const around = new WeakMap<readonly RegionRow[], Map<string, readonly Neighbour[]>>();

/** The other demo regions of the house, as a demo region shows them to whoever asks on this host. */
export async function neighbours(house: House, region: string, host: string): Promise<readonly Neighbour[]> {
  const rows = await knownRegions(house);
  const kept = around.get(rows) ?? new Map<string, readonly Neighbour[]>();
  around.set(rows, kept);
  const near = `${region} ${fromOwnMachine(host)}`;
  const list = kept.get(near) ?? neighboursAmong(rows, house.siteUrl, region, host);
  kept.set(near, list);
  return list;
}

function neighboursAmong(
  rows: readonly RegionRow[],
  siteUrl: string,
  region: string,
  host: string,
): readonly Neighbour[] {
  const own = rows.find(({ id }) => id === region);
  if (own?.settings.demo !== true) return [];
  const here = addressOf(siteUrl, own);
  return rows
    .filter(({ id, settings }) => id !== region && settings.demo === true)
    .map((row) => ({ name: row.name, url: addressOf(siteUrl, row) }))
    .filter(({ url }) => url !== here && leadsFrom(host, url));
}
