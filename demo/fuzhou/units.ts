import { plainDate } from "../../domain/calendar/plain-date.ts";
import { area, body, type Row } from "../bodies.ts";
import type { DemoOrg } from "../founding.ts";

const since = plainDate("2007-07-04");

const county = ["gulou", "taijiang", "cangshan"] as const;
const countyNames = { gulou: "鼓楼区", taijiang: "台江区", cangshan: "仓山区" } as const;

const cityRows: readonly Row[] = [
  ["bureau", "petitionBureau", "福州市信访局", "市信访局", "sxfj", "受理、批转、审核"],
  ["centre", "serviceCentre", "鼓楼数据信息服务中心", "服务中心", "fwzx", "登记、移交、反馈"],
  ["efficiency", "efficiencyOffice", "福州市效能办", "市效能办", "sxnb", "效能监督、通报"],
  ["discipline", "disciplineBody", "福州市纪委（监察局）", "市纪委", "sjw", "违法违纪问题"],
  ["office", "governmentOffice", "福州市政府办公厅", "市政府办公厅", "szfbgt", "协调疑难诉求件"],
  ["info", "eGovCentre", "福州市政务信息中心", "市政务信息中心", "szwxxzx", "系统名单"],
  ["housing", "handlingUnit", "福州市住房和城乡建设局", "市住建局", "szjj", "房屋、物业、工地、道路建设"],
  ["urban", "handlingUnit", "福州市城市管理局", "市城管局", "scgj", "路灯、市容、占道、违建"],
  ["traffic", "handlingUnit", "福州市交通运输局", "市交通局", "sjtj", "公交、出租车、公路"],
  ["police", "handlingUnit", "福州市公安局交警支队", "市交警支队", "sjjzd", "红绿灯、停车、交通秩序"],
  ["schools", "handlingUnit", "福州市教育局", "市教育局", "sjyj", "入学、校园、培训机构"],
  ["labour", "handlingUnit", "福州市人力资源和社会保障局", "市人社局", "srsj", "社保、工资、就业"],
  ["environment", "handlingUnit", "福州市生态环境局", "市生态环境局", "ssthjj", "噪声、油烟、污水"],
  ["market", "handlingUnit", "福州市市场监督管理局", "市市场监管局", "sscjgj", "消费、价格、食品"],
  ["health", "handlingUnit", "福州市卫生健康委员会", "市卫健委", "swjw", "医院、疫苗、卫生"],
  ["water", "handlingUnit", "福州市水务集团", "市水务集团", "sswjt", "供水、排水、井盖"],
  ["power", "handlingUnit", "福州供电公司", "市供电公司", "sgdgs", "停电、电表、线路"],
  ["rail", "handlingUnit", "福州市轨道交通集团", "市轨道集团", "sgdjt", "地铁"],
];

const countyRows = (c: (typeof county)[number]): readonly Row[] => {
  const place = countyNames[c];
  const key = c[0] ?? "";
  return [
    [`${c}-bureau`, "petitionBureau", `${place}信访局`, `${place}信访局`, `${key}xfj`, "受理、批转、审核"],
    [`${c}-efficiency`, "efficiencyOffice", `${place}效能办`, `${place}效能办`, `${key}xnb`, "效能监督、通报"],
    [`${c}-discipline`, "disciplineBody", `${place}纪委（监察局）`, `${place}纪委`, `${key}jw`, "违法违纪问题"],
    [`${c}-office`, "governmentOffice", `${place}政府办公室`, `${place}政府办`, `${key}zfb`, "协调疑难诉求件"],
    [`${c}-urban`, "handlingUnit", `${place}城市管理局`, `${place}城管局`, `${key}cgj`, "市容、占道、垃圾、违建"],
    [`${c}-housing`, "handlingUnit", `${place}住房和建设局`, `${place}住建局`, `${key}zjj`, "物业、老旧小区、危房"],
    [`${c}-schools`, "handlingUnit", `${place}教育局`, `${place}教育局`, `${key}jyj`, "中小学、幼儿园"],
  ];
};

const unjoined = new Set(["rail"]);

const phone = (n: number) => `0591-0000 ${String(1000 + n)}`;
const joined = (id: string) => (unjoined.has(id) ? null : since);

export function orgsOf(): readonly DemoOrg[] {
  return [
    area("city", null, "city", "福州市", since),
    ...cityRows.map((row, n) => body("city", "city", row, phone(n), joined(row[0]))),
    ...county.flatMap((c, i) => [
      area(c, "city", "county", countyNames[c], since),
      ...countyRows(c).map((row, n) => body(c, "county", row, phone(100 * (i + 1) + n), joined(row[0]))),
    ]),
  ];
}
