import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Actor, Case } from "../../domain/case/case.ts";
import { areaOf, inOffice, orgOf } from "../../domain/office/office.ts";
import { type OrgId, type PersonId, posts, type Post } from "../../domain/office/org.ts";
import type { World } from "../../server/store/world.ts";

export type Person = Extract<Actor, { kind: "staff" }>;

/** Everybody at work on a day, by organisation, always in the same order. */
export function staffOf(world: World, day: PlainDate): ReadonlyMap<OrgId, readonly Person[]> {
  const found = new Map<OrgId, readonly Person[]>();
  for (const orgId of [...world.office.orgs.keys()].toSorted()) {
    const held = Map.groupBy(inOffice(world.office, orgId, day), ({ personId }) => personId);
    const people = [...held].map(([personId, holdings]) => ({
      personId,
      posts: inOrder(holdings.map(({ post }) => post)),
    }));
    const key = (person: { readonly personId: PersonId; readonly posts: readonly Post[] }) =>
      `${posts.indexOf(person.posts[0] ?? "clerk")}/${world.people.get(person.personId) ?? ""}`;
    found.set(
      orgId,
      people.toSorted((a, b) => key(a).localeCompare(key(b))).map((person) => ({ kind: "staff", orgId, ...person })),
    );
  }
  return found;
}

function inOrder(held: readonly Post[]): readonly Post[] {
  return posts.filter((post) => held.includes(post));
}

/** The organisations that could have a say in a case: those that have it or had it, and the offices above them. */
export function orgsAround(kase: Case, world: World): readonly OrgId[] {
  const { office } = world;
  const named = [kase.intake, kase.topBureau, ...kase.legs.flatMap((leg) => [leg.orgId, leg.sender])];
  const there = new Set<OrgId>(named.filter((id) => id !== null));
  const areas = new Set<OrgId>();
  for (const id of there) {
    for (let at: OrgId | null = areaOf(office, id).id; at !== null; at = orgOf(office, at).parentId) areas.add(at);
  }
  // An office's own section stands below the office, not below the area.
  for (const org of office.orgs.values())
    if (org.kind !== "area" && org.kind !== "handlingUnit" && areas.has(areaOf(office, org.id).id)) there.add(org.id);
  return [...there].toSorted();
}

/** Whoever holds a post, in the order of their organisations. */
export function holders(staff: ReadonlyMap<OrgId, readonly Person[]>, post: Post): readonly Person[] {
  return [...staff.values()].flat().filter(({ posts: held }) => held.includes(post));
}
