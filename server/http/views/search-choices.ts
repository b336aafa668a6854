import type { Replies } from "../../../contract/route.ts";
import type { cases } from "../../../contract/case/cases.ts";
import { dayOf, type Instant } from "../../../domain/calendar/plain-date.ts";
import { type Org, type OrgId, unitKinds } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { World } from "../../store/world.ts";

/** What somebody may narrow a search by: the units, people and districts of the region, the words of its regulation. */
export function searchChoices(world: World, pack: Pack, now: Instant): Replies<typeof cases.choices> {
  const orgs = [...world.office.orgs.values()];
  const named = ({ id, shortName }: Org) => ({ id, name: shortName });
  const fields = pack.formalities.flatMap((formality) => formality.fields);
  const coded = fields.filter(({ kind, choices }) => kind === "choice" && (choices?.length ?? 0) > 1);
  return {
    units: orgs.filter((org) => unitKinds.includes(org.kind) || org.kind === "petitionBureau").map(named),
    areas: orgs.filter((org) => org.kind === "area" && org.parentId !== null).map(named),
    people: peopleIn(world, now),
    grounds: pack.grounds.map(({ id, reason }) => ({ id, name: reason })),
    categories: [...(world.region.settings.categories ?? [])],
    streets: (world.region.settings.streets ?? []).map(({ name, area, initials }) => ({ name, area, initials })),
    facts: [...new Map(coded.map((field) => [field.name, field])).values()].map(({ name, label, choices }) => ({
      name,
      label,
      choices: (choices ?? []).map((choice) => ({ value: choice.value, label: choice.label })),
    })),
  };
}

/** Whoever holds a post today, once, with the body that they work in. */
function peopleIn({ office, people }: World, now: Instant) {
  const today = dayOf(now);
  const rows = new Map<string, { id: string; name: string; org: string }>();
  for (const [orgId, holdings] of office.holdings) {
    for (const { personId, from, to } of holdings) {
      const name = people.get(personId);
      if (!name || from > today || (to !== null && to < today)) continue;
      rows.set(personId, { id: personId, name, org: office.orgs.get(orgId as OrgId)?.shortName ?? "" });
    }
  }
  return [...rows.values()];
}
