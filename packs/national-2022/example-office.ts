import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { Holding, Level, Org, OrgId, OrgKind, PersonId, Post } from "../../domain/office/org.ts";

/** The organisations that the examples of this pack are told in. */
export const at = {
  province: org("province"),
  provinceBureau: org("province-bureau"),
  city: org("city"),
  bureau: org("bureau"),
  provinceLand: org("province-land"),
  discipline: org("discipline"),
  court: org("court"),
  conference: org("conference"),
  office: org("office"),
  labour: org("labour"),
  housing: org("housing"),
  land: org("land"),
  county: org("county"),
  countyBureau: org("county-bureau"),
  countyDiscipline: org("county-discipline"),
  countyLand: org("county-land"),
  countyWater: org("county-water"),
  countyLabour: org("county-labour"),
} as const;

/** The person who holds a post in one of them. */
export function holder(where: OrgId, post: Post): PersonId {
  return `${where}.${post}` as PersonId;
}

function org(id: string): OrgId {
  return id as OrgId;
}

const since = plainDate("2022-05-01");

const tree: readonly (readonly [OrgId, OrgId | null, OrgKind, Level, string, string])[] = [
  [at.province, null, "area", "province", "云岭省", "云岭省"],
  [at.provinceBureau, at.province, "petitionBureau", "province", "云岭省信访局", "省信访局"],
  [at.provinceLand, at.province, "handlingUnit", "province", "云岭省自然资源厅", "省自然资源厅"],
  [at.city, at.province, "area", "city", "清江市", "清江市"],
  [at.bureau, at.city, "petitionBureau", "city", "清江市信访局", "市信访局"],
  [at.discipline, at.city, "disciplineBody", "city", "清江市纪委监委", "市纪委监委"],
  [at.court, at.city, "judicialBody", "city", "清江市中级人民法院", "市中院"],
  [at.conference, at.city, "jointConference", "city", "清江市信访工作联席会议", "市信访联席会议"],
  [at.office, at.city, "governmentOffice", "city", "清江市人民政府办公室", "市政府办公室"],
  [at.labour, at.city, "handlingUnit", "city", "清江市人力资源和社会保障局", "市人社局"],
  [at.housing, at.city, "handlingUnit", "city", "清江市住房和城乡建设局", "市住建局"],
  [at.land, at.city, "handlingUnit", "city", "清江市自然资源和规划局", "市自然资源局"],
  [at.county, at.city, "area", "county", "临河县", "临河县"],
  [at.countyBureau, at.county, "petitionBureau", "county", "临河县信访局", "临河县信访局"],
  [at.countyDiscipline, at.county, "disciplineBody", "county", "临河县纪委监委", "临河县纪委监委"],
  [at.countyLand, at.county, "handlingUnit", "county", "临河县自然资源局", "临河县自然资源局"],
  [at.countyWater, at.county, "handlingUnit", "county", "临河县水利局", "临河县水利局"],
  [at.countyLabour, at.county, "handlingUnit", "county", "临河县人力资源和社会保障局", "临河县人社局"],
];

/** The competent body one level above. */
const superiors: ReadonlyMap<OrgId, OrgId> = new Map([
  [at.land, at.provinceLand],
  [at.countyLand, at.land],
  [at.countyLabour, at.labour],
]);

const staffing: Readonly<Partial<Record<OrgKind, readonly Post[]>>> = {
  petitionBureau: ["operator", "dispatcher", "auditor", "bureauHead"],
  governmentOffice: ["officeLeader", "governmentLeader"],
  jointConference: ["officeLeader"],
  judicialBody: ["clerk", "leaderInCharge", "principalLeader"],
  disciplineBody: ["clerk", "leaderInCharge", "principalLeader"],
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
    superiorId: superiors.get(id) ?? null,
  })),
  holdings: tree.flatMap(([id, , kind]) => (staffing[kind] ?? []).map((post) => held(id, post))),
};

function held(orgId: OrgId, post: Post): Holding {
  return { personId: holder(orgId, post), orgId, post, from: since, to: null, standsInFor: null };
}
