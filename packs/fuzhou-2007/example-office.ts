import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Holding, Level, Org, OrgId, OrgKind, PersonId, Post } from "../../domain/office/org.ts";

/** The organisations that the examples of this pack are told in. */
export const at = {
  city: org("city"),
  bureau: org("bureau"),
  centre: org("centre"),
  efficiency: org("efficiency"),
  discipline: org("discipline"),
  office: org("office"),
  info: org("info"),
  housing: org("housing"),
  urban: org("urban"),
  unjoined: org("unjoined"),
  gulou: org("gulou"),
  gulouBureau: org("gulou-bureau"),
  gulouEfficiency: org("gulou-efficiency"),
  gulouDiscipline: org("gulou-discipline"),
  gulouOffice: org("gulou-office"),
  gulouUrban: org("gulou-urban"),
  gulouSchools: org("gulou-schools"),
  taijiang: org("taijiang"),
  taijiangBureau: org("taijiang-bureau"),
  taijiangEfficiency: org("taijiang-efficiency"),
} as const;

/** The person who holds a post in one of them. */
export function holder(where: OrgId, post: Post): PersonId {
  return `${where}.${post}` as PersonId;
}

function org(id: string): OrgId {
  return id as OrgId;
}

const since = plainDate("2007-07-04");

const tree: readonly (readonly [OrgId, OrgId | null, OrgKind, Level, string, string])[] = [
  [at.city, null, "area", "city", "福州市", "福州市"],
  [at.bureau, at.city, "petitionBureau", "city", "福州市信访局", "市信访局"],
  [at.centre, at.city, "serviceCentre", "city", "鼓楼数据信息服务中心", "服务中心"],
  [at.efficiency, at.city, "efficiencyOffice", "city", "福州市效能办", "市效能办"],
  [at.discipline, at.city, "disciplineBody", "city", "福州市纪委", "市纪委"],
  [at.office, at.city, "governmentOffice", "city", "福州市政府办公厅", "市政府办公厅"],
  [at.info, at.city, "eGovCentre", "city", "福州市政务信息中心", "市政务信息中心"],
  [at.housing, at.city, "handlingUnit", "city", "福州市住房和城乡建设局", "市住建局"],
  [at.urban, at.city, "handlingUnit", "city", "福州市城市管理局", "市城管局"],
  [at.unjoined, at.city, "handlingUnit", "city", "福州市轨道交通公司", "市轨道公司"],
  [at.gulou, at.city, "area", "county", "鼓楼区", "鼓楼区"],
  [at.gulouBureau, at.gulou, "petitionBureau", "county", "鼓楼区信访局", "鼓楼区信访局"],
  [at.gulouEfficiency, at.gulou, "efficiencyOffice", "county", "鼓楼区效能办", "鼓楼区效能办"],
  [at.gulouDiscipline, at.gulou, "disciplineBody", "county", "鼓楼区纪委", "鼓楼区纪委"],
  [at.gulouOffice, at.gulou, "governmentOffice", "county", "鼓楼区政府办公室", "鼓楼区政府办"],
  [at.gulouUrban, at.gulou, "handlingUnit", "county", "鼓楼区城市管理局", "鼓楼区城管局"],
  [at.gulouSchools, at.gulou, "handlingUnit", "county", "鼓楼区教育局", "鼓楼区教育局"],
  [at.taijiang, at.city, "area", "county", "台江区", "台江区"],
  [at.taijiangBureau, at.taijiang, "petitionBureau", "county", "台江区信访局", "台江区信访局"],
  [at.taijiangEfficiency, at.taijiang, "efficiencyOffice", "county", "台江区效能办", "台江区效能办"],
];

const staffing: Readonly<Partial<Record<OrgKind, readonly Post[]>>> = {
  petitionBureau: ["dispatcher", "auditor", "bureauHead", "dutyChecker"],
  serviceCentre: ["operator"],
  efficiencyOffice: ["efficiencyOfficer", "clerk", "leaderInCharge"],
  disciplineBody: ["clerk", "leaderInCharge"],
  handlingUnit: ["clerk", "leaderInCharge", "dutyChecker", "principalLeader"],
  governmentOffice: ["officeLeader", "governmentLeader"],
};

export const exampleOffice: { readonly orgs: readonly Org[]; readonly holdings: readonly Holding[] } = {
  orgs: tree.map(([id, parentId, kind, level, name, shortName]) => ({
    id,
    parentId,
    kind,
    level,
    name,
    shortName,
    joinedOn: id === at.unjoined ? null : since,
    leftOn: null,
    superiorId: null,
  })),
  holdings: [
    ...tree.flatMap(([id, , kind]) => (staffing[kind] ?? []).map((post) => held(id, post))),
    held(at.bureau, "finalAuditor"),
  ],
};

function held(orgId: OrgId, post: Post): Holding {
  return { personId: holder(orgId, post), orgId, post, from: since, to: null, standsInFor: null };
}
