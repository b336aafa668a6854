import type { Clause } from "./clause.ts";
import type { Pack } from "./pack.ts";
import { rolling } from "./region-terms.ts";
import type { Settings } from "./settings.ts";

/** A pack as it is written: one that stands on another names only the settings that are its own. */
export type LayeredPack = Omit<Pack, "settings"> & { readonly settings: Partial<Settings> };

function isWhole(pack: LayeredPack): pack is Pack {
  return pack.standsOn === null;
}

/**
 * A pack together with the one it stands on: both apply, and where both hold an entry of the same id the upper
 * pack's own one counts. Clauses of both remain citable.
 */
export function standing(pack: LayeredPack, packs: readonly LayeredPack[]): Pack {
  return rolling(laidOn(pack, packs));
}

function laidOn(pack: LayeredPack, packs: readonly LayeredPack[]): Pack {
  if (isWhole(pack)) return pack;
  const ground = packs.find((p) => p.id === pack.standsOn);
  if (!ground) throw new Error(`pack ${pack.id} stands on ${pack.standsOn}, which is not here`);
  const below = laidOn(ground, packs);
  const way = pack.way ?? below.way;
  return {
    ...pack,
    ...(way ? { way } : {}),
    clauses: merge(
      below.clauses.map((clause) => citedFrom(clause, below)),
      pack.clauses,
    ),
    grounds: merge(below.grounds, pack.grounds),
    powers: merge(below.powers, pack.powers),
    sights: merge(below.sights, pack.sights),
    duties: merge(below.duties, pack.duties),
    measures: merge(below.measures, pack.measures),
    notices: merge(below.notices, pack.notices),
    formalities: merge(below.formalities, pack.formalities),
    settings: { ...below.settings, ...pack.settings },
    papers: merge(below.papers, pack.papers),
  };
}

/** A clause goes on being cited as what it is, also where a regulation above has it from below. */
function citedFrom(clause: Clause, { terms }: Pack): Clause {
  return { ...clause, citedFrom: clause.citedFrom ?? terms.citation };
}

function merge<T extends { readonly id: string }>(below: readonly T[], own: readonly T[]): readonly T[] {
  const ids = new Set(own.map((entry) => entry.id));
  return [...below.filter((entry) => !ids.has(entry.id)), ...own];
}
