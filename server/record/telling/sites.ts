import type { Channel } from "../../../domain/rules/vocabulary.ts";
import type { House } from "../../house.ts";
import type { Region } from "../../store/world.ts";
import { addressOf } from "../addresses.ts";

/** How a message names the portal: short messages by the region's short name, without https://, all others in full. */
export function siteFor(channel: Channel, house: Pick<House, "siteUrl">, region: Region): string {
  const whole = addressOf(house.siteUrl, region);
  return channel === "sms" ? (region.settings.shortSite ?? whole.replace(/^https?:\/\//, "")) : whole;
}

/** What follows the portal's name in a link that rates one case. */
export const ratingPath = "/c/";
export const ratingToken = 8;
