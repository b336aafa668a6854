import { plainDate } from "../../domain/calendar/plain-date.ts";
import { area, body, type Row } from "../bodies.ts";
import type { DemoCity } from "../founding.ts";
import { peopleOf, type Staffing, threeSeats, usualStaffing } from "../people.ts";
import { office } from "./office.ts";

const since = plainDate("2012-08-27");

const rows: readonly Row[] = [
  ["centre", "eGovCentre", "印台区电子政务管理中心", "区电子政务管理中心", "qdzzwzx", "收集、整理、回复、归档"],
  ["office", "governmentOffice", "印台区人民政府办公室", "区政府办", "qzfb", "拟办、批示、协调"],
  ["supervision", "supervisionOffice", "印台区政府督查室", "区政府督查室", "qdcs", "督办、审核、回访"],
  ["housing", "handlingUnit", "印台区住房和城乡建设局", "区住建局", "qzjj", "房屋、物业、工地、道路建设、路灯、供水"],
  ["urban", "handlingUnit", "印台区城市管理局", "区城管局", "qcgj", "市容、占道、井盖、垃圾、违建、油烟"],
  ["traffic", "handlingUnit", "印台区交通运输局", "区交通局", "qjtj", "公交、出租车、停车、公路"],
  ["welfare", "handlingUnit", "印台区民政局", "区民政局", "qmzj", "低保、养老、救助"],
  ["schools", "handlingUnit", "印台区教育科技体育局", "区教科体局", "qjktj", "入学、校园、培训机构、中小学、幼儿园"],
  ["water", "handlingUnit", "印台区水务局", "区水务局", "qswj", "排水、污水、河道"],
  ["labour", "handlingUnit", "印台区人力资源和社会保障局", "区人社局", "qrsj", "社保、工资、就业"],
  ["market", "handlingUnit", "印台区市场监督管理局", "区市场监管局", "qscjgj", "消费、价格、食品、噪声"],
];

/** The section of the government's office through whose hands every assignment goes. */
const section: Row = [
  "section",
  "governmentOffice",
  "印台区人民政府办公室行政科",
  "区政府办行政科",
  "qzfbxzk",
  "交办、转办",
];

const { handlingUnit } = usualStaffing;
const staffing: Staffing = {
  supervisionOffice: [
    ["officer", ["auditor"]],
    ["head", ["bureauHead", "efficiencyOfficer"]],
  ],
  handlingUnit,
  eGovCentre: [
    ["operator", ["operator"]],
    ["operator2", ["operator"]],
  ],
};

const phone = (n: number) => `0919-0000 ${String(1000 + n)}`;

const orgs = [
  area("city", null, "city", "铜川市", since),
  area("district", "city", "county", "印台区", since),
  ...rows.map((row, n) => body("district", "county", row, phone(n), since)),
  body("office", "county", section, phone(50), since),
];

/** A district under the Yintai rules: messages to its head, assigned by its office, watched by its inspectors. */
export const yintaiDemo: DemoCity = {
  region: "yintai-demo",
  name: "印台区（演示）",
  pack: "yintai-2012",
  jurisdiction: "yintai",
  settings: office,
  orgs,
  people: peopleOf(
    orgs,
    staffing,
    [
      ["office.office-leader", "office", "officeLeader"],
      ["office.government-leader", "office", "governmentLeader"],
      ["section.dispatcher", "section", "dispatcher"],
      ...threeSeats("centre"),
    ],
    200,
  ),
  signIns: [
    ["收集回复（区电子政务管理中心）", "centre.operator"],
    ["交办（区政府办行政科）", "section.dispatcher"],
    ["区政府办领导", "office.office-leader"],
    ["区政府领导", "office.government-leader"],
    ["区政府督查室审核", "supervision.officer"],
    ["区政府督查室负责人（督查、统计、定期工作）", "supervision.head"],
    ["单位经办（区住建局）", "housing.clerk"],
    ["单位负责人（区住建局）", "housing.principal"],
    ["系统管理员", "admin"],
    ["安全保密管理员", "security"],
    ["安全审计员", "auditor"],
  ],
};
