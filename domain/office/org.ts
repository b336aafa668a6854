import type { PlainDate } from "../calendar/plain-date.ts";

export type OrgId = string & { readonly orgId: never };
export type PersonId = string & { readonly personId: never };

/** Level of government at which an organisation stands. */
export const levels = ["province", "city", "county", "township"] as const;
export type Level = (typeof levels)[number];

/**
 * What an organisation is. `area` is a node of the tree only (a city, a county): it groups the bodies of one
 * level and does no work itself. The others are bodies that regulations name.
 */
export const orgKinds = [
  "area",
  "petitionBureau",
  "serviceCentre",
  "handlingUnit",
  "governmentOffice",
  "supervisionOffice",
  "eGovCentre",
  "efficiencyOffice",
  "disciplineBody",
  "personnelBody",
  "jointConference",
  "judicialBody",
] as const;
export type OrgKind = (typeof orgKinds)[number];

/** Kinds that can be charged with a case: units, and the bodies that some kinds of case go to (FZ-6.1, FZ-6.2). */
export const unitKinds: readonly OrgKind[] = ["handlingUnit", "disciplineBody", "efficiencyOffice", "judicialBody"];

/** One organisation of a region's tree. */
export interface Org {
  readonly id: OrgId;
  readonly parentId: OrgId | null;
  /** The competent body one level above in the same line of work (上一级主管部门), where the region names one. */
  readonly superiorId: OrgId | null;
  readonly kind: OrgKind;
  readonly level: Level;
  readonly name: string;
  /** The name used in rows and messages, 「市住建局」. */
  readonly shortName: string;
  /** First and last day in the system; a unit outside them cannot receive (FZ-3.7). Null: not joined, or no end. */
  readonly joinedOn: PlainDate | null;
  readonly leftOn: PlainDate | null;
}

/** A function that a person holds in an organisation. */
export const posts = [
  "operator",
  "dispatcher",
  "auditor",
  "finalAuditor",
  "bureauHead",
  "dutyChecker",
  "clerk",
  "leaderInCharge",
  "principalLeader",
  "efficiencyOfficer",
  "officeLeader",
  "governmentLeader",
  "administrator",
  "securityOfficer",
  "logAuditor",
] as const;
export type Post = (typeof posts)[number];

/** Who holds which post where, from and to which day (both inclusive); `standsInFor` names the person replaced. */
export interface Holding {
  readonly personId: PersonId;
  readonly orgId: OrgId;
  readonly post: Post;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly standsInFor: PersonId | null;
}
