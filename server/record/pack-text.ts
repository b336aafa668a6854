import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { Tx } from "../store/db.ts";
import { addPackText, bindingTexts } from "../store/regulations/texts.ts";

/** Regions and texts that this process has seen written down: most cases need not ask. */
const seen = new Set<string>();

/** With the first case that a regulation binds in a region, its text is fixed. */
export async function fixText(tx: Tx, region: string, pack: Pack, since: Instant): Promise<void> {
  const { id, sha256 } = pack;
  if (sha256 === undefined || seen.has(`${region}/${id}/${sha256}`)) return;
  const binding = await bindingTexts(tx, region);
  if (!binding.has(id)) await addPackText(tx, { region, pack: id, sha256, how: "first", reason: "", since });
  else seen.add(`${region}/${id}/${sha256}`);
}
