import { plainDate } from "../../domain/calendar/plain-date.ts";
import { area, body, type Row } from "../bodies.ts";
import type { DemoCity } from "../founding.ts";
import { peopleOf, type Staffing, threeSeats, usualStaffing } from "../people.ts";
import { office } from "./office.ts";

const since = plainDate("2022-05-01");

const provinceRows: readonly Row[] = [
  ["province-bureau", "petitionBureau", "云岭省信访局", "省信访局", "sxfj", "督查、考核"],
  ["province-office", "governmentOffice", "云岭省人民政府办公厅", "省政府办公厅", "szfbgt", "复查复核"],
  ["province-land", "handlingUnit", "云岭省自然资源厅", "省自然资源厅", "szrzyt", "复核、征地监督"],
];

const cityRows: readonly Row[] = [
  ["bureau", "petitionBureau", "青岚市信访局", "市信访局", "sxfj", "登记、转送、交办、督办"],
  ["discipline", "disciplineBody", "青岚市纪委监委", "市纪委监委", "sjwjw", "检举控告"],
  ["office", "governmentOffice", "青岚市人民政府办公室", "市政府办公室", "szfbgs", "复查复核、协调"],
  ["court", "judicialBody", "青岚市中级人民法院", "市中院", "szy", "涉法涉诉"],
  ["conference", "jointConference", "青岚市信访工作联席会议", "市信访联席会议", "sxflxhy", "协调、督查"],
  ["info", "eGovCentre", "青岚市大数据中心", "市大数据中心", "sdsjzx", "平台运行、账号"],
  ["housing", "handlingUnit", "青岚市住房和城乡建设局", "市住建局", "szjj", "房屋、物业、工地、道路建设、路灯"],
  ["urban", "handlingUnit", "青岚市综合行政执法局", "市综合执法局", "szhzfj", "市容、占道、井盖、垃圾、违建、油烟"],
  ["land", "handlingUnit", "青岚市自然资源和规划局", "市自然资源局", "szrzyj", "规划、征地、复查"],
  ["labour", "handlingUnit", "青岚市人力资源和社会保障局", "市人社局", "srsj", "社保、工资、就业"],
  ["schools", "handlingUnit", "青岚市教育局", "市教育局", "sjyj", "入学、校园、培训机构、中小学、幼儿园"],
  ["traffic", "handlingUnit", "青岚市交通运输局", "市交通局", "sjtj", "公交、出租车、停车"],
  ["market", "handlingUnit", "青岚市市场监督管理局", "市市场监管局", "sscjgj", "消费、价格、食品、噪声"],
];

const countyRows: readonly Row[] = [
  ["county-bureau", "petitionBureau", "临溪县信访局", "临溪县信访局", "lxxfj", "登记、转送、交办"],
  ["county-discipline", "disciplineBody", "临溪县纪委监委", "临溪县纪委监委", "lxjwjw", "检举控告"],
  ["county-office", "governmentOffice", "临溪县人民政府办公室", "临溪县政府办公室", "lxxzfbgs", "复查复核、协调"],
  ["county-land", "handlingUnit", "临溪县自然资源局", "临溪县自然资源局", "lxzrzyj", "征地、宅基地"],
  ["county-water", "handlingUnit", "临溪县水利局", "临溪县水利局", "lxslj", "供水、排水、污水"],
];

const phone = (n: number) => `0888-0000 ${String(1000 + n)}`;

/** The competent body one level above, where there is one. */
const superiors: Readonly<Record<string, string>> = { land: "province-land", "county-land": "land" };

const orgs = [
  area("province", null, "province", "云岭省", since),
  ...provinceRows.map((row, n) => body("province", "province", row, phone(n), since)),
  area("city", "province", "city", "青岚市", since),
  ...cityRows.map((row, n) => body("city", "city", row, phone(100 + n), since)),
  area("county", "city", "county", "临溪县", since),
  ...countyRows.map((row, n) => body("county", "county", row, phone(200 + n), since)),
].map((org) => ({ ...org, ...(superiors[org.id] ? { superiorId: superiors[org.id] } : {}) }));

/** A bureau registers what comes in; courts and the joint conference have somebody who answers for them. */
const staffing = {
  ...usualStaffing,
  petitionBureau: [["operator", ["operator"]], ...usualStaffing.petitionBureau],
  judicialBody: usualStaffing.disciplineBody,
  jointConference: [["office", ["officeLeader"]]],
} as const satisfies Staffing;

/** A city that is nowhere, under the national rule alone. */
export const qinglanDemo: DemoCity = {
  region: "qinglan-demo",
  name: "青岚市（演示）",
  pack: "national-2022",
  jurisdiction: "national",
  settings: office,
  orgs,
  people: peopleOf(orgs, staffing, threeSeats("info"), 300),
  signIns: [
    ["市信访局登记", "bureau.operator"],
    ["市信访局转送交办", "bureau.dispatcher"],
    ["市信访局负责人（督办、统计、定期工作）", "bureau.head"],
    ["临溪县信访局", "county-bureau.dispatcher"],
    ["承办（临溪县自然资源局）", "county-land.clerk"],
    ["分管领导（临溪县自然资源局）", "county-land.leader"],
    ["机关负责人（临溪县自然资源局）", "county-land.principal"],
    ["复查（市自然资源局）", "land.clerk"],
    ["复核（省自然资源厅）", "province-land.clerk"],
    ["市纪委监委", "discipline.clerk"],
    ["市政府办公室", "office.office-leader"],
    ["系统管理员", "admin"],
    ["安全保密管理员", "security"],
    ["安全审计员", "auditor"],
  ],
};
