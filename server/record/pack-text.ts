import type { Pack } from "../../domain/rules/pack.ts";
import type { House } from "../house.ts";
import type { Tx } from "../store/db.ts";
import { appendOfficeEvent } from "../store/office/office-events.ts";
import { addPackText, bindingTexts, type PackText } from "../store/regulations/texts.ts";

/** A regulation says something else than when it bound the cases of a region, and nobody has decided that it may. */
export class PackChanged extends Error {
  readonly pack: string;
  readonly region: string;
  constructor(pack: string, region: string) {
    super(`${pack} was changed while cases of ${region} are bound by it`);
    this.pack = pack;
    this.region = region;
  }
}

/** Regions and texts that a house has seen written down: most cases need not ask. */
const seen = new WeakMap<House["keys"], Set<string>>();

/**
 * With the first case that a regulation binds in a region, its text is fixed. One that came with a new version of the
 * program is written down as such; a changed one from outside the program binds nothing until somebody amends it.
 */
export async function fixText(tx: Tx, house: House, region: string, pack: Pack): Promise<void> {
  const { id, sha256 } = pack;
  const known = seen.get(house.keys) ?? new Set();
  seen.set(house.keys, known);
  const key = `${region}/${id}/${sha256}`;
  if (sha256 === undefined || known.has(key)) return;
  const binding = (await bindingTexts(tx, region)).get(id);
  if (binding === sha256) known.add(key);
  else if (binding === undefined) await writeText(tx, house, region, pack, { how: "first", reason: "" });
  else if (pack.outside) throw new PackChanged(id, region);
  else await writeText(tx, house, region, pack, { how: "release", reason: "" });
}

/** Writes down the next text of a regulation; a change of one is an event of the region's log. */
export async function writeText(
  tx: Tx,
  house: House,
  region: string,
  { id, sha256 = "" }: Pack,
  { how, reason }: Pick<PackText, "how" | "reason">,
): Promise<void> {
  const at = house.now();
  const written = await addPackText(tx, { region, pack: id, sha256, how, reason, since: at });
  if (!written || how === "first") return;
  const type = how === "amended" ? "packAmended" : "packReleased";
  const data = { pack: id, sha256, reason };
  await appendOfficeEvent(tx, region, "regulation", { type, at, actor: { personId: null, orgId: null }, data });
}
