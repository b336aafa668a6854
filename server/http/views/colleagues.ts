import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { Case } from "../../../domain/case/case.ts";
import type { OrgId, PersonId, Post } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { World } from "../../store/world.ts";
import { personName } from "./timeline-view.ts";

/** Persons that a form of this case may name: of the reader's own organisation and of those that have a leg. */
export function colleagues(kase: Case, pack: Pack, world: World, own: string): CaseDetail["forms"]["colleagues"] {
  const named = pack.formalities.some((formality) => formality.fields.some((field) => field.kind === "person"));
  if (!named) return [];
  const orgs = new Set([own as OrgId, ...kase.legs.map((leg) => leg.orgId)]);
  return [...orgs].flatMap((orgId) => {
    const held = new Map<PersonId, Post[]>();
    for (const { personId, post } of world.office.holdings.get(orgId) ?? []) {
      held.set(personId, [...(held.get(personId) ?? []), post]);
    }
    return [...held].map(([id, posts]) => ({ id, name: personName(world, id), orgId, posts: [...new Set(posts)] }));
  });
}
