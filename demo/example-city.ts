import type { Org, OrgId, PersonId, Post } from "../domain/office/org.ts";
import type { Pack } from "../domain/rules/pack.ts";
import { catalogue } from "../domain/words/catalogue.ts";
import type { DemoCity, DemoOrg } from "./founding.ts";

/** What is founded of the office that the examples of a regulation are told in. */
export type ExampleCity = Pick<DemoCity, "region" | "name" | "jurisdiction" | "orgs" | "people">;

/** The office that a pack's examples are told in, as a city that can be founded; everybody signs in under their id. */
export function exampleCity(pack: Pack): ExampleCity {
  const { orgs, holdings } = pack.exampleOffice;
  const held = new Map<PersonId, { orgId: OrgId; post: Post }[]>();
  for (const { personId, orgId, post } of holdings) {
    held.set(personId, [...(held.get(personId) ?? []), { orgId, post }]);
  }
  return {
    region: `${pack.jurisdiction}-example`,
    name: orgs[0]?.name ?? pack.jurisdiction,
    jurisdiction: pack.jurisdiction,
    orgs: orgs.map(founded),
    people: [...held].map(([id, posts]) => ({ login: signIn(id), name: nameOf(posts, orgs, pack), posts })),
  };
}

/** Under what somebody of an example office signs in: sign-ins know no capital letters. */
export function signIn(person: string): string {
  return person.toLowerCase();
}

/** What somebody of an example office is called: by body and post, so that no name has to be invented. */
export function nameOf(
  posts: readonly { readonly orgId: OrgId; readonly post: Post }[],
  orgs: readonly Org[],
  pack: Pack,
): string {
  const words = catalogue(pack).posts;
  const org = orgs.find((one) => one.id === posts[0]?.orgId);
  return `${org?.shortName ?? ""}${posts.map(({ post }) => words[post]).join("、")}`.slice(0, 50);
}

function founded({ superiorId, ...org }: Org): DemoOrg {
  const { id, parentId, kind, level, name, shortName, joinedOn } = org;
  const superior = superiorId ? { superiorId } : {};
  return { id, parentId, ...superior, kind, level, name, shortName, initials: "", duties: "", phone: null, joinedOn };
}
