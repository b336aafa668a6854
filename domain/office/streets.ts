import type { OrgId } from "./org.ts";

/** A street or town of a region, below one of its areas. */
export interface Street {
  readonly area: OrgId;
  readonly name: string;
  /** First letters of its sounds, `dj`, lower case. */
  readonly initials: string;
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
