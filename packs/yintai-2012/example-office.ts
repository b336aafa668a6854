import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Holding, Level, Org, OrgId, OrgKind, PersonId, Post } from "../../domain/office/org.ts";

/** The organisations that the examples of this pack are told in. */
export const at = {
  city: org("city"),
  district: org("district"),
  centre: org("centre"),
  office: org("office"),
  section: org("section"),
  supervision: org("supervision"),
  housing: org("housing"),
  welfare: org("welfare"),
  schools: org("schools"),
  water: org("water"),
  town: org("town"),
  cityTraffic: org("city-traffic"),
} as const;

/** A second officer of the centre, who confirms what the first one proposes. */
export const secondOperator = "centre.operator2" as PersonId;

/** The person who holds a post in one of them. */
export function holder(where: OrgId, post: Post): PersonId {
  return `${where}.${post}` as PersonId;
}

function org(id: string): OrgId {
  return id as OrgId;
}

const since = plainDate("2012-08-27");

const tree: readonly (readonly [OrgId, OrgId | null, OrgKind, Level, string, string])[] = [
  [at.city, null, "area", "city", "铜川市", "铜川市"],
  [at.district, at.city, "area", "county", "印台区", "印台区"],
  [at.centre, at.district, "eGovCentre", "county", "印台区电子政务管理中心", "区电子政务管理中心"],
  [at.office, at.district, "governmentOffice", "county", "印台区人民政府办公室", "区政府办"],
  [at.section, at.office, "governmentOffice", "county", "印台区人民政府办公室行政科", "区政府办行政科"],
  [at.supervision, at.district, "supervisionOffice", "county", "印台区政府督查室", "区政府督查室"],
  [at.housing, at.district, "handlingUnit", "county", "印台区住房和城乡建设局", "区住建局"],
  [at.welfare, at.district, "handlingUnit", "county", "印台区民政局", "区民政局"],
  [at.schools, at.district, "handlingUnit", "county", "印台区教育科技体育局", "区教科体局"],
  [at.water, at.district, "handlingUnit", "county", "印台区水务局", "区水务局"],
  [at.town, at.district, "handlingUnit", "township", "陈炉镇人民政府", "陈炉镇"],
  [at.cityTraffic, at.city, "handlingUnit", "city", "铜川市交通运输局", "市交通局"],
];

const staffing: Readonly<Partial<Record<OrgKind, readonly Post[]>>> = {
  eGovCentre: ["operator"],
  supervisionOffice: ["auditor", "bureauHead"],
  handlingUnit: ["clerk", "leaderInCharge", "principalLeader"],
};

export const exampleOffice: { readonly orgs: readonly Org[]; readonly holdings: readonly Holding[] } = {
  orgs: tree.map(([id, parentId, kind, level, name, shortName]) => ({
    id,
    parentId,
    kind,
    level,
    name,
    shortName,
    joinedOn: since,
    leftOn: null,
    superiorId: null,
  })),
  holdings: [
    ...tree.flatMap(([id, , kind]) => (staffing[kind] ?? []).map((post) => held(id, post))),
    held(at.office, "officeLeader"),
    held(at.office, "governmentLeader"),
    held(at.section, "dispatcher"),
    { ...held(at.centre, "operator"), personId: secondOperator },
  ],
};

function held(orgId: OrgId, post: Post): Holding {
  return { personId: holder(orgId, post), orgId, post, from: since, to: null, standsInFor: null };
}
