import type { LayeredPack } from "../../../domain/rules/layers.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { complete, written } from "../../../packs/index.ts";
import { readConfig } from "../../../server/config.ts";
import { packSha256 } from "./hash.ts";
import { code, type FileFault, type Outside, readOutside } from "./read.ts";

/** The regulations that are served: those of the program and those of the folder. */
export interface Served {
  readonly packs: readonly Pack[];
  /** Where a regulation from outside stands, by its id. */
  readonly files: ReadonlyMap<string, string>;
  readonly faults: readonly FileFault[];
}

let known: Served | null = null;

/** Read once for a process: a regulation does not change while a server runs. */
export function served(): Served {
  known ??= servedFrom(readConfig().packsFolder);
  return known;
}

export function servedFrom(folder: string | null): Served {
  return servedOf(folder === null ? { packs: [], faults: [] } : readOutside(folder));
}

/** What was read, beside the regulations of the program. */
export function servedOf(read: Outside): Served {
  const shipped = new Set<string>(written.map(({ id }) => id));
  const faults = [...read.faults];
  const files = new Map<string, string>();
  const own: LayeredPack[] = [];
  for (const { pack, file } of read.packs) {
    if (shipped.has(pack.id) || files.has(pack.id)) {
      faults.push({ file, place: "id", reason: code("known", { id: pack.id }) });
      continue;
    }
    files.set(pack.id, file);
    own.push(pack);
  }
  const all = [...written, ...own];
  const based = all.filter(({ standsOn }) => standsOn === null || all.some(({ id }) => id === standsOn));
  for (const { id, standsOn } of own.filter((pack) => !based.includes(pack))) {
    faults.push({ file: files.get(id) ?? "", place: "standsOn", reason: code("noBase", { id: String(standsOn) }) });
  }
  return { packs: complete(based.map((pack) => withText(pack, all, files.has(pack.id)))), files, faults };
}

function withText(pack: LayeredPack, all: readonly LayeredPack[], outside: boolean): LayeredPack {
  return { ...pack, sha256: hashOf(pack, all), ...(outside ? { outside: true as const } : {}) };
}

/** The text of a regulation is also that of the one it stands on. */
function hashOf(pack: LayeredPack, all: readonly LayeredPack[]): string {
  const base = all.find(({ id }) => id === pack.standsOn);
  return packSha256(base ? ({ ...pack, base: hashOf(base, all) } as LayeredPack) : pack);
}
