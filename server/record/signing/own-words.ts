import { zh } from "../../../domain/words/zh.ts";
import type { World } from "../../store/world.ts";

/** Names of the platform and of the line that citizens call. */
const products = ["huiyin", zh.product, "12345"];

/**
 * Words that somebody who guesses the password of a person tries first: their sign-in and name, the region's names, its
 * bodies by name and initials, the posts, the platform.
 */
export function ownWords(world: World, login: string, name: string): readonly string[] {
  const { id, name: region, jurisdiction } = world.region;
  const bodies = [...world.office.orgs.values()].flatMap((org) => [org.id, org.name, org.shortName]);
  const initials = [...world.cards.values()].map((card) => card.initials).filter((text) => text.length > 2);
  const posts = Object.entries(zh.posts).flat();
  return [login, name, id, region, jurisdiction, ...products, ...bodies, ...initials, ...posts];
}
