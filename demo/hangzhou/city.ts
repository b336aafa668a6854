import { plainDate } from "../../domain/calendar/plain-date.ts";
import { area, body, type Row } from "../bodies.ts";
import type { DemoCity } from "../founding.ts";
import { peopleOf, threeSeats, usualStaffing } from "../people.ts";
import { office } from "./office.ts";

const since = plainDate("2016-03-04");

const cityRows: readonly Row[] = [
  ["bureau", "petitionBureau", "杭州市信访局", "市信访局", "sxfj", "录入、转办、复审、公开"],
  ["personnel", "personnelBody", "中共杭州市委组织部", "市委组织部", "swzzb", "责任追究"],
  ["supervision", "supervisionOffice", "杭州市人民政府督查室", "市政府督查室", "szfdcs", "现场督查"],
  ["discipline", "disciplineBody", "杭州市纪委市监委", "市纪委", "sjw", "违法违纪问题"],
  ["office", "governmentOffice", "杭州市人民政府办公厅", "市政府办公厅", "szfbgt", "协调疑难信访件"],
  ["info", "eGovCentre", "杭州市电子政务中心", "市电子政务中心", "sdzzwzx", "平台运行、账号"],
  ["construction", "handlingUnit", "杭州市建设委员会", "市建委", "sjsw", "房屋、物业、工地、道路建设"],
  ["urban", "handlingUnit", "杭州市城市管理局", "市城管局", "scgj", "路灯、市容、占道、井盖、垃圾、违建"],
  ["traffic", "handlingUnit", "杭州市交通运输局", "市交通局", "sjtj", "公交、出租车、停车"],
  ["schools", "handlingUnit", "杭州市教育局", "市教育局", "sjyj", "入学、校园、培训机构"],
  ["labour", "handlingUnit", "杭州市人力资源和社会保障局", "市人社局", "srsj", "社保、工资、就业"],
  ["environment", "handlingUnit", "杭州市生态环境局", "市生态环境局", "ssthjj", "噪声、油烟、污水"],
  ["market", "handlingUnit", "杭州市市场监督管理局", "市市场监管局", "sscjgj", "消费、价格、食品"],
  ["water", "handlingUnit", "杭州市水务集团", "市水务集团", "sswjt", "供水、排水"],
];

const counties = [
  ["xihu", "西湖区", "x"],
  ["gongshu", "拱墅区", "g"],
] as const;

const countyRows = ([c, place, key]: (typeof counties)[number]): readonly Row[] => [
  [`${c}-bureau`, "petitionBureau", `${place}信访局`, `${place}信访局`, `${key}xfj`, "交办、审核"],
  [`${c}-urban`, "handlingUnit", `${place}城市管理局`, `${place}城管局`, `${key}cgj`, "市容、占道、垃圾、违建"],
  [`${c}-housing`, "handlingUnit", `${place}住房和城乡建设局`, `${place}住建局`, `${key}zjj`, "物业、老旧小区、危房"],
  [`${c}-schools`, "handlingUnit", `${place}教育局`, `${place}教育局`, `${key}jyj`, "中小学、幼儿园"],
];

const staffing = { ...usualStaffing, personnelBody: usualStaffing.disciplineBody };

const phone = (n: number) => `0571-0000 ${String(1000 + n)}`;

const orgs = [
  area("city", null, "city", "杭州市", since),
  ...cityRows.map((row, n) => body("city", "city", row, phone(n), since)),
  ...counties.flatMap((county, i) => [
    area(county[0], "city", "county", county[1], since),
    ...countyRows(county).map((row, n) => body(county[0], "county", row, phone(100 * (i + 1) + n), since)),
  ]),
];

/** A city under the Hangzhou specification, on the opinions of its province. */
export const hangzhouDemo: DemoCity = {
  region: "hangzhou-demo",
  name: "杭州市（演示）",
  pack: "hangzhou-2016",
  jurisdiction: "hangzhou",
  settings: office,
  orgs,
  people: peopleOf(orgs, staffing, threeSeats("info"), 100),
  signIns: [
    ["市信访局录入、转办", "bureau.dispatcher"],
    ["市信访局复审、公开", "bureau.auditor"],
    ["市信访局负责人（督办、统计、定期工作）", "bureau.head"],
    ["西湖区信访局转办", "xihu-bureau.dispatcher"],
    ["单位承办（市城管局）", "urban.clerk"],
    ["单位分管负责人（市城管局）", "urban.leader"],
    ["单位主要负责人（市城管局）", "urban.principal"],
    ["系统管理员", "admin"],
    ["安全保密管理员", "security"],
    ["安全审计员", "auditor"],
  ],
};
