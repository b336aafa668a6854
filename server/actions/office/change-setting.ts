import type { House } from "../../house.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { writeSettings } from "../../store/office/regions.ts";
import { loadWorld, type RegionSettings, touchRegion } from "../../store/world.ts";

/** Sets one thing of a region anew, or takes it back with null; the log keeps what it was before. */
export async function changeSetting<K extends keyof RegionSettings>(
  house: House,
  region: string,
  key: K,
  value: RegionSettings[K] | null,
): Promise<RegionSettings> {
  return house.db.transaction().execute(async (tx) => {
    const { settings } = (await loadWorld(tx, region, tx)).region;
    const { [key]: before = null, ...others } = settings;
    const after = (value === null ? others : { ...others, [key]: value }) as RegionSettings;
    await writeSettings(tx, region, after);
    await appendOfficeEvent(tx, region, "registry", {
      type: "settingChanged",
      at: house.now(),
      actor: { personId: null, orgId: null },
      data: { key, before, after: value },
    });
    await touchRegion(tx, region);
    return after;
  });
}
