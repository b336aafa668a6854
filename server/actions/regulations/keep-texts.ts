import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { regionIds } from "../../store/office/regions.ts";
import { addPackText, bindingTexts } from "../../store/regulations/texts.ts";
import { inTransaction } from "../../store/transaction.ts";

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

const system = { personId: null, orgId: null } as const;

/**
 * Compares every regulation with the text that binds the cases of each region. One that came with a new version of the
 * program is written down as such; one from outside the program that was changed is refused until somebody amends it.
 */
export async function keepTexts(house: House, outside: ReadonlySet<string>): Promise<void> {
  for (const region of await regionIds(house.db)) {
    const binding = await bindingTexts(house.db, region);
    for (const pack of house.packs) {
      const known = binding.get(pack.id);
      if (known === undefined || pack.sha256 === undefined || known === pack.sha256) continue;
      if (outside.has(pack.id)) throw new PackChanged(pack.id, region);
      await write(house, region, pack, { how: "release", reason: "" });
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
  await write(house, region, pack, { how: "amended", reason });
  return { from: known, to: pack.sha256 };
}

async function write(
  house: House,
  region: string,
  { id, sha256 = "" }: Pack,
  { how, reason }: { readonly how: "release" | "amended"; readonly reason: string },
): Promise<void> {
  const since = house.now();
  await inTransaction(house.db, async (tx) => {
    await addPackText(tx, { region, pack: id, sha256, how, reason, since });
    const type = how === "amended" ? "packAmended" : "packReleased";
    await appendOfficeEvent(tx, region, "regulation", {
      type,
      at: since,
      actor: system,
      data: { pack: id, sha256, reason },
    });
  });
}
