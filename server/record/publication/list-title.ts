import { placesIn, withBars } from "../../../domain/barring/places.ts";
import { heldBy, type Named } from "./public-words.ts";

/**
 * A text as lists, messages and file names may show it: what tells who somebody is for certain is barred. What only may
 * do so stays, for those who work with the case have to tell one from another.
 */
export function withoutPersons(text: string, petitioner: Named, bodies: readonly string[]): string {
  const found = placesIn(text, { held: heldBy(petitioner), bodies, official: false });
  return withBars(
    text,
    found.filter(({ certain }) => certain),
  );
}
