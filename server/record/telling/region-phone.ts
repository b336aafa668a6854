import type { Region } from "../../store/world.ts";

/** The government hotline of the whole country; a region that has set no number of its own is reached by it. */
const hotline = "12345";

/** The number that a region gives to its citizens. */
export function phoneOf({ settings }: Pick<Region, "settings">): string {
  return settings.phone ?? hotline;
}
