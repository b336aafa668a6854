import type { DemoCity } from "../founding.ts";
import { peopleOf, threeSeats } from "../people.ts";
import { staffing } from "./staffing.ts";
import { orgsOf } from "./units.ts";
import { office } from "./office.ts";

const orgs = orgsOf();

/** A city under the Fuzhou pack: one bureau, one service centre, three counties, some twenty units. */
export const fuzhouDemo: DemoCity = {
  region: "fuzhou-demo",
  name: "福州市（演示）",
  pack: "fuzhou-2007",
  jurisdiction: "fuzhou",
  settings: office,
  orgs,
  people: peopleOf(orgs, staffing, [["bureau.final", "bureau", "finalAuditor"], ...threeSeats("info")]),
  signIns: [
    ["话务员（服务中心）", "centre.operator"],
    ["市信访局批转", "bureau.dispatcher"],
    ["市信访局审核", "bureau.auditor"],
    ["市最终审核", "bureau.final"],
    ["鼓楼区信访局批转", "gulou-bureau.dispatcher"],
    ["鼓楼区信访局审核", "gulou-bureau.auditor"],
    ["单位经办（市城管局）", "urban.clerk"],
    ["单位分管领导（市城管局）", "urban.leader"],
    ["市效能办", "efficiency.officer"],
    ["系统管理员", "admin"],
    ["安全保密管理员", "security"],
    ["安全审计员", "auditor"],
  ],
};
