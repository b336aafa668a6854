import type { OrgKind, Post } from "../domain/office/org.ts";
import type { DemoOrg, DemoPerson } from "./founding.ts";
import { inventedName } from "./invented.ts";

/** Who works in a body of a kind: the end of the sign-in, and the posts held. */
export type Staffing = Readonly<
  Partial<Record<OrgKind, readonly (readonly [suffix: string, posts: readonly Post[]])[]>>
>;

/** Somebody whom the staffing does not give: sign-in, body, posts. */
export type Extra = readonly [login: string, orgId: string, ...posts: Post[]];

/** The three who keep the platform, each another person (三员). */
export function threeSeats(orgId: string): readonly Extra[] {
  return [
    ["admin", orgId, "administrator"],
    ["security", orgId, "securityOfficer"],
    ["auditor", orgId, "logAuditor"],
  ];
}

/** The people of a city; `from` sets where the walk through the invented names begins. */
export function peopleOf(
  orgs: readonly DemoOrg[],
  staffing: Staffing,
  extras: readonly Extra[],
  from = 0,
): readonly DemoPerson[] {
  const staff = orgs.flatMap((org) =>
    (staffing[org.kind] ?? []).map(([suffix, posts]) => ({ login: `${org.id}.${suffix}`, orgId: org.id, posts })),
  );
  const all = [...staff, ...extras.map(([login, orgId, ...posts]) => ({ login, orgId, posts }))];
  return all.map(({ login, orgId, posts }, n) => ({
    login,
    name: inventedName(from + n),
    posts: posts.map((post) => ({ orgId, post })),
  }));
}

/** Who works in most offices; where the bureau supervises, the pages of supervision are its head’s. */
export const usualStaffing = {
  petitionBureau: [
    ["dispatcher", ["dispatcher", "dutyChecker"]],
    ["auditor", ["auditor"]],
    ["head", ["bureauHead", "principalLeader", "efficiencyOfficer"]],
  ],
  serviceCentre: [
    ["operator", ["operator"]],
    ["operator2", ["operator"]],
  ],
  supervisionOffice: [
    ["officer", ["auditor"]],
    ["head", ["bureauHead"]],
  ],
  disciplineBody: [
    ["clerk", ["clerk", "dutyChecker"]],
    ["leader", ["leaderInCharge"]],
    ["principal", ["principalLeader"]],
  ],
  governmentOffice: [
    ["office-leader", ["officeLeader"]],
    ["government-leader", ["governmentLeader"]],
  ],
  handlingUnit: [
    ["clerk", ["clerk", "dutyChecker"]],
    ["leader", ["leaderInCharge"]],
    ["principal", ["principalLeader"]],
  ],
} as const satisfies Staffing;
