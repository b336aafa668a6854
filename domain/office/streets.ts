import type { OrgId } from "./org.ts";

/** A street or town of a region, below one of its areas. */
export interface Street {
  readonly area: OrgId;
  readonly name: string;
  /** First letters of its sounds, `dj`, lower case. */
  readonly initials: string;
  /** Where its middle lies, in degrees north and east; null where the region does not say. */
  readonly at: Position | null;
}

/** A place on earth in degrees. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** How far from the middle of a street somebody may stand to be thought there, in metres. */
const reachMetres = 10_000;

/** Metres between two places, close enough within a city: degrees of longitude shrink with the latitude. */
export function metresBetween(one: Position, other: Position): number {
  const degree = 111_195;
  const shrink = Math.cos((((one.lat + other.lat) / 2) * Math.PI) / 180);
  return degree * Math.hypot(one.lat - other.lat, (one.lon - other.lon) * shrink);
}

/** The street whose middle is closest; null where none has a position, or all are far away. */
export function nearestStreet(streets: readonly Street[], here: Position): Street | null {
  const away = streets.flatMap((street) => (street.at ? [{ street, metres: metresBetween(here, street.at) }] : []));
  const [first] = away.sort((a, b) => a.metres - b.metres);
  return first && first.metres <= reachMetres ? first.street : null;
}

/** What somebody typed for a street, as it is compared. */
function key(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, "");
}

/**
 * The streets that two characters of the name, or the initials from the first letter on, may mean; in one area where that is
 * known. A name in full means only itself. One character means nothing yet.
 */
export function streetsLike(streets: readonly Street[], typed: string, area: string): readonly Street[] {
  const words = key(typed);
  const there = streets.filter((street) => area === "" || street.area === area);
  const exact = there.filter((street) => key(street.name) === words);
  if (exact.length > 0) return exact;
  if ([...words].length < 2) return [];
  return there.filter((street) => key(street.name).includes(words) || street.initials.startsWith(words));
}
