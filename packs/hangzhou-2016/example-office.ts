import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Holding, Level, Org, OrgId, OrgKind, PersonId, Post } from "../../domain/office/org.ts";

/** The organisations that the examples of this pack are told in. */
export const at = {
  city: org("city"),
  bureau: org("bureau"),
  discipline: org("discipline"),
  personnel: org("personnel"),
  construction: org("construction"),
  urban: org("urban"),
  schools: org("schools"),
  xihu: org("xihu"),
  xihuBureau: org("xihu-bureau"),
  xihuUrban: org("xihu-urban"),
  xihuHousing: org("xihu-housing"),
  wenxin: org("wenxin"),
} as const;

/** The person who holds a post in one of them. */
export function holder(where: OrgId, post: Post): PersonId {
  return `${where}.${post}` as PersonId;
}

function org(id: string): OrgId {
  return id as OrgId;
}

const since = plainDate("2016-03-04");

const tree: readonly (readonly [OrgId, OrgId | null, OrgKind, Level, string, string])[] = [
  [at.city, null, "area", "city", "杭州市", "杭州市"],
  [at.bureau, at.city, "petitionBureau", "city", "杭州市信访局", "市信访局"],
  [at.discipline, at.city, "disciplineBody", "city", "杭州市纪委", "市纪委"],
  [at.personnel, at.city, "personnelBody", "city", "中共杭州市委组织部", "市委组织部"],
  [at.construction, at.city, "handlingUnit", "city", "杭州市建设委员会", "市建委"],
  [at.urban, at.city, "handlingUnit", "city", "杭州市城市管理局", "市城管局"],
  [at.schools, at.city, "handlingUnit", "city", "杭州市教育局", "市教育局"],
  [at.xihu, at.city, "area", "county", "西湖区", "西湖区"],
  [at.xihuBureau, at.xihu, "petitionBureau", "county", "西湖区信访局", "西湖区信访局"],
  [at.xihuUrban, at.xihu, "handlingUnit", "county", "西湖区城市管理局", "西湖区城管局"],
  [at.xihuHousing, at.xihu, "handlingUnit", "county", "西湖区住房和城乡建设局", "西湖区住建局"],
  [at.wenxin, at.xihu, "handlingUnit", "township", "西湖区文新街道办事处", "文新街道"],
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
