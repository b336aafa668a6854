import { describe, expect, it } from "vitest";
import { inOffice, office } from "../domain/office/office.ts";
import type { Org, OrgId, PersonId } from "../domain/office/org.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { packs } from "../packs/index.ts";
import { citiesUnder, demoCities } from "./cities.ts";

const twice = (values: readonly string[]) => values.filter((value, n) => values.indexOf(value) !== n);

it("a city is founded only where its regulation is installed, under the jurisdiction of that regulation", () => {
  const founded = citiesUnder(packs);
  expect(founded.map(({ region }) => region)).toContain("fuzhou-demo");
  expect(citiesUnder([])).toEqual([]);
  for (const city of founded)
    expect(packs.find((pack) => pack.id === city.pack)?.jurisdiction, city.region).toBe(city.jurisdiction);
});

it("every region has a name of its own", () => {
  expect(twice(demoCities.map(({ region }) => region))).toEqual([]);
  expect(demoCities.filter(({ region }) => !region.endsWith("-demo"))).toEqual([]);
});

describe.each(demoCities.map((city) => [city.region, city] as const))(
  "%s",
  (_, { orgs, people, signIns, pack: packId }) => {
    const ids = new Set(orgs.map(({ id }) => id));

    it("is one tree of bodies that stand after the one above them", () => {
      expect(twice(orgs.map(({ id }) => id))).toEqual([]);
      expect(orgs.filter(({ parentId }) => parentId === null).map(({ kind }) => kind)).toEqual(["area"]);
      const early = orgs.filter(({ parentId }, n) => parentId && !orgs.slice(0, n).some(({ id }) => id === parentId));
      expect(early).toEqual([]);
    });

    it("has people with sign-ins and names of their own, in bodies that are there", () => {
      expect(twice(people.map(({ login }) => login))).toEqual([]);
      expect(people.flatMap(({ posts }) => posts).filter(({ orgId }) => !ids.has(orgId))).toEqual([]);
      expect(people.some(({ posts }) => posts.some(({ post }) => post === "administrator"))).toBe(true);
    });

    it("prints sign-ins that exist", () => {
      const known = new Set(people.map(({ login }) => login));
      expect(signIns.filter(([, login]) => !known.has(login))).toEqual([]);
    });

    it("fills every post that its regulation asks of a unit", () => {
      const pack = packs.find(({ id }) => id === packId);
      const day = plainDate("2026-03-02");
      const holdings = people.flatMap(({ login, posts }) =>
        posts.map(({ orgId, post }) => ({
          personId: login as PersonId,
          orgId: orgId as OrgId,
          post,
          from: day,
          to: null,
          standsInFor: null,
        })),
      );
      const tree = office(orgs.map((org) => ({ ...org, leftOn: null })) as readonly Org[], holdings);
      const empty = orgs
        .filter(({ kind, joinedOn }) => kind === "handlingUnit" && joinedOn !== null)
        .flatMap(({ id }) =>
          (pack?.settings.requiredPosts.value ?? [])
            .filter(({ post }) => inOffice(tree, id as OrgId, day, post).length === 0)
            .map(({ post }) => `${id}: ${post}`),
        );
      expect(empty).toEqual([]);
    });
  },
);
