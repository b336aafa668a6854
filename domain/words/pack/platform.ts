import type { Pack } from "../../rules/pack.ts";

const places = ["省", "市", "县", "区", "州", "旗"];

/**
 * What the platform of a region is called: as the regulation calls it, and with the region's name before it where that
 * names no place. What stands in brackets after a region's name is no part of it.
 */
export function platformName({ terms }: Pick<Pack, "terms">, region: string): string {
  const { platform } = terms;
  const name = region.split("（")[0]?.trim() ?? "";
  return places.some((place) => platform.includes(place)) ? platform : `${name}${platform}`;
}
