import type { World } from "../../store/world.ts";

/** Words that somebody who guesses the password of a person tries first: their sign-in and name, and the region's names. */
export function ownWords(world: World, login: string, name: string): readonly string[] {
  const { id, name: region, jurisdiction } = world.region;
  return [login, name, id, region, jurisdiction, "huiyin", "12345"];
}
