import type { Pack } from "../pack.ts";
import type { Channel } from "../vocabulary.ts";

/**
 * Whether so many people, who came together on a channel, are a group in the regulation's sense: as many as have to
 * choose representatives. False where the text names no number.
 */
export function isCollective(people: number, channel: Channel, pack: Pack): boolean {
  const rule = pack.settings.representatives.value;
  return rule !== null && people >= rule.from && rule.channels.includes(channel);
}
