import { dayOf, type Instant } from "../../domain/calendar/plain-date.ts";
import type { OrgId, PersonId, Post } from "../../domain/office/org.ts";
import type { World } from "../store/world.ts";

/** An organisation that a person works in, with the posts held there today. */
export interface Place {
  readonly orgId: OrgId;
  readonly posts: readonly Post[];
  readonly standsInFor: readonly PersonId[];
}

/** Where a person holds a post today. */
export function placesOf(world: World, personId: PersonId, now: Instant): readonly Place[] {
  const today = dayOf(now);
  const places: Place[] = [];
  for (const [orgId, holdings] of world.office.holdings) {
    const own = holdings.filter((h) => h.personId === personId && h.from <= today && (h.to === null || today <= h.to));
    if (own.length === 0) continue;
    const standsInFor = own.flatMap((h) => (h.standsInFor ? [h.standsInFor] : []));
    places.push({ orgId, posts: [...new Set(own.map((h) => h.post))], standsInFor: [...new Set(standsInFor)] });
  }
  return places.sort((a, b) => (a.orgId < b.orgId ? -1 : 1));
}
