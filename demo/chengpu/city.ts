import { plainDate } from "../../domain/calendar/plain-date.ts";
import { area, body, type Row } from "../bodies.ts";
import type { DemoCity } from "../founding.ts";
import { peopleOf, type Staffing, threeSeats, usualStaffing } from "../people.ts";
import { office } from "./office.ts";

const since = plainDate("2017-02-21");

const provinceRows: readonly Row[] = [
  ["province-bureau", "petitionBureau", "浙江省信访局", "省信访局", "sxfj", "转送、交办、督办"],
  ["province-labour", "handlingUnit", "浙江省人力资源和社会保障厅", "省人社厅", "srst", "劳动监察督导"],
];

const cityRows: readonly Row[] = [
  ["bureau", "petitionBureau", "澄浦市信访局", "市信访局", "sxfj", "登记、转送、交办、回访、核查"],
  ["discipline", "disciplineBody", "澄浦市纪委市监委", "市纪委", "sjw", "责任追究"],
  ["personnel", "personnelBody", "中共澄浦市委组织部", "市委组织部", "swzzb", "责任追究"],
  ["office", "governmentOffice", "澄浦市人民政府办公室", "市政府办公室", "szfbgs", "协调"],
  ["info", "eGovCentre", "澄浦市大数据中心", "市大数据中心", "sdsjzx", "平台运行、账号"],
  ["labour", "handlingUnit", "澄浦市人力资源和社会保障局", "市人社局", "srsj", "社保、工资、就业"],
  ["traffic", "handlingUnit", "澄浦市交通运输局", "市交通局", "sjtj", "公交、出租车、停车"],
  ["housing", "handlingUnit", "澄浦市住房和城乡建设局", "市住建局", "szjj", "房屋、物业、工地、道路建设、路灯"],
  ["urban", "handlingUnit", "澄浦市综合行政执法局", "市综合执法局", "szhzfj", "市容、占道、井盖、垃圾、违建、油烟"],
  ["schools", "handlingUnit", "澄浦市教育局", "市教育局", "sjyj", "入学、校园、培训机构"],
  ["market", "handlingUnit", "澄浦市市场监督管理局", "市市场监管局", "sscjgj", "消费、价格、食品、噪声"],
];

const countyRows: readonly Row[] = [
  ["county-bureau", "petitionBureau", "梅汀县信访局", "梅汀县信访局", "mtxfj", "登记、转送、交办、回访"],
  ["county-land", "handlingUnit", "梅汀县自然资源局", "梅汀县自然资源局", "mtzrzyj", "征地、宅基地"],
  ["county-housing", "handlingUnit", "梅汀县住房和城乡建设局", "梅汀县住建局", "mtzjj", "老旧小区、危房、供水、排水"],
  ["county-schools", "handlingUnit", "梅汀县教育局", "梅汀县教育局", "mtjyj", "中小学、幼儿园"],
];

/** A section of a unit to which a matter goes as to the unit itself (ZJ-3.1-2). */
const section: Row = [
  "labour-section",
  "handlingUnit",
  "澄浦市人力资源和社会保障局劳动关系处",
  "市人社局劳动关系处",
  "srsjldgxc",
  "欠薪",
];

const staffing: Staffing = { ...usualStaffing, personnelBody: usualStaffing.disciplineBody };

const phone = (n: number) => `0579-0000 ${String(1000 + n)}`;

const orgs = [
  area("province", null, "province", "浙江省", since),
  ...provinceRows.map((row, n) => body("province", "province", row, phone(n), since)),
  area("city", "province", "city", "澄浦市", since),
  ...cityRows.map((row, n) => body("city", "city", row, phone(100 + n), since)),
  body("labour", "city", section, phone(150), since),
  area("county", "city", "county", "梅汀县", since),
  ...countyRows.map((row, n) => body("county", "county", row, phone(200 + n), since)),
];

/** A city that is nowhere, under the opinions of its province and no rule of its own. */
export const chengpuDemo: DemoCity = {
  region: "chengpu-demo",
  name: "澄浦市（演示）",
  pack: "zhejiang-2017",
  jurisdiction: "zhejiang",
  settings: office,
  orgs,
  people: peopleOf(orgs, staffing, threeSeats("info"), 400),
  signIns: [
    ["市信访局登记、转送", "bureau.dispatcher"],
    ["市信访局回访、核查", "bureau.auditor"],
    ["市信访局负责人（督办、统计、定期工作）", "bureau.head"],
    ["梅汀县信访局", "county-bureau.dispatcher"],
    ["首办承办（市人社局）", "labour.clerk"],
    ["责任领导（市人社局）", "labour.leader"],
    ["主要领导（市人社局）", "labour.principal"],
    ["市纪委", "discipline.clerk"],
    ["系统管理员", "admin"],
    ["安全保密管理员", "security"],
    ["安全审计员", "auditor"],
  ],
};
