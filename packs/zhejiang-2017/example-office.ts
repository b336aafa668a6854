import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Holding, Level, Org, OrgId, OrgKind, PersonId, Post } from "../../domain/office/org.ts";

/** The organisations that the examples of this pack are told in. */
export const at = {
  province: org("province"),
  provinceBureau: org("province-bureau"),
  provinceLabour: org("province-labour"),
  city: org("city"),
  bureau: org("bureau"),
  discipline: org("discipline"),
  personnel: org("personnel"),
  labour: org("labour"),
  labourSection: org("labour-section"),
  traffic: org("traffic"),
  county: org("county"),
  countyBureau: org("county-bureau"),
  countyLand: org("county-land"),
  countyHousing: org("county-housing"),
} as const;

/** The person who holds a post in one of them. */
export function holder(where: OrgId, post: Post): PersonId {
  return `${where}.${post}` as PersonId;
}

function org(id: string): OrgId {
  return id as OrgId;
}

const since = plainDate("2017-02-21");

const tree: readonly (readonly [OrgId, OrgId | null, OrgKind, Level, string, string])[] = [
  [at.province, null, "area", "province", "浙江省", "浙江省"],
  [at.provinceBureau, at.province, "petitionBureau", "province", "浙江省信访局", "省信访局"],
  [at.provinceLabour, at.province, "handlingUnit", "province", "浙江省人力资源和社会保障厅", "省人社厅"],
  [at.city, at.province, "area", "city", "嘉兴市", "嘉兴市"],
  [at.bureau, at.city, "petitionBureau", "city", "嘉兴市信访局", "市信访局"],
  [at.discipline, at.city, "disciplineBody", "city", "嘉兴市纪委", "市纪委"],
  [at.personnel, at.city, "personnelBody", "city", "中共嘉兴市委组织部", "市委组织部"],
  [at.labour, at.city, "handlingUnit", "city", "嘉兴市人力资源和社会保障局", "市人社局"],
  [at.labourSection, at.labour, "handlingUnit", "city", "嘉兴市人力资源和社会保障局劳动关系处", "市人社局劳动关系处"],
  [at.traffic, at.city, "handlingUnit", "city", "嘉兴市交通运输局", "市交通局"],
  [at.county, at.city, "area", "county", "海盐县", "海盐县"],
  [at.countyBureau, at.county, "petitionBureau", "county", "海盐县信访局", "海盐县信访局"],
  [at.countyLand, at.county, "handlingUnit", "county", "海盐县国土资源局", "海盐县国土局"],
  [at.countyHousing, at.county, "handlingUnit", "county", "海盐县住房和城乡建设局", "海盐县住建局"],
];

const staffing: Readonly<Partial<Record<OrgKind, readonly Post[]>>> = {
  petitionBureau: ["dispatcher", "auditor", "bureauHead"],
  disciplineBody: ["clerk", "leaderInCharge", "principalLeader"],
  personnelBody: ["clerk", "leaderInCharge", "principalLeader"],
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
  holdings: tree.flatMap(([id, , kind]) => (staffing[kind] ?? []).map((post) => held(id, post))),
};

function held(orgId: OrgId, post: Post): Holding {
  return { personId: holder(orgId, post), orgId, post, from: since, to: null, standsInFor: null };
}
