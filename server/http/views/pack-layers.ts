import type { Entry } from "../../../domain/rules/entry.ts";
import type { Pack } from "../../../domain/rules/pack.ts";

/** The regulations that a pack stands on, nearest first. */
export function layersOf(pack: Pack, packs: readonly Pack[]): readonly Pack[] {
  const below = packs.find((other) => other.id === pack.standsOn);
  return below ? [below, ...layersOf(below, packs)] : [];
}

/** The lowest layer that an entry comes from; null for an entry of the pack itself. */
export function originOf(entry: Entry, layers: readonly Pack[]): Pack | null {
  return layers.findLast((layer) => entriesOf(layer).has(entry)) ?? null;
}

const known = new WeakMap<Pack, ReadonlySet<Entry>>();

function entriesOf(pack: Pack): ReadonlySet<Entry> {
  const before = known.get(pack);
  if (before) return before;
  const { grounds, powers, sights, duties, measures, notices, formalities, papers } = pack;
  const all = new Set<Entry>([grounds, powers, sights, duties, measures, notices, formalities, papers].flat());
  known.set(pack, all);
  return all;
}
