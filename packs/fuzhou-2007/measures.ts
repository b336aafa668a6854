import { plainDate } from "../../domain/calendar/plain-date.ts";
import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Measure } from "../../domain/rules/measure.ts";
import { at } from "./example-office.ts";

const missed = (day: string) => ({ kind: "missedViewing", orgId: at.housing, on: plainDate(day) }) as const;

/** What the efficiency offices count, and what follows (articles 10 to 12). */
export const measures: readonly Measure[] = [
  {
    id: "missed-viewing-circular",
    clause: id("FZ-11.1-1"),
    words: "2个工作日内未查阅的，由效能办通报。",
    is: "firstMiss",
    of: "missedViewing",
    leadsTo: "circular",
    example: { value: { is: "firstMiss", of: "missedViewing", leadsTo: "circular" } },
  },
  {
    id: "three-misses",
    clause: id("FZ-11.1-2"),
    words: "同一单位一个自然月内累计3次未及时查阅的，对相关责任人进行效能告诫。",
    is: "monthlyCount",
    of: "missedViewing",
    count: 3,
    month: "calendar",
    leadsTo: "admonition",
    example: {
      breaches: [missed("2026-03-05"), missed("2026-03-12"), missed("2026-03-26")],
      proposes: [plainDate("2026-03-26")],
    },
  },
  {
    id: "human-cause",
    clause: id("FZ-11.2-1"),
    serves: [id("FZ-10-2")],
    words: "逾期办理、过期未处理由效能办认定原因；人为原因的，通报单位并告诫责任人。",
    is: "causeDecides",
    of: ["lapsedUnhandled", "lateHandling"],
    leadsTo: ["circular", "admonition"],
    example: { cause: "human", sanctions: ["circular", "admonition"] },
  },
  {
    id: "lead-alone",
    clause: id("FZ-11.2-2"),
    words: "联合办理的，逾期只记牵头单位；协办单位只列出，不追究。",
    is: "leadAlone",
    of: ["lapsedUnhandled", "lateHandling"],
    example: { value: { is: "leadAlone", of: ["lapsedUnhandled", "lateHandling"] } },
  },
  {
    id: "ladder",
    clause: id("FZ-11.3"),
    words: "累进逐级追究领导责任；《福州市机关工作人员效能告诫暂行办法》未录入，次数未写明。",
    is: "ladder",
    period: "year",
    steps: null,
    example: { ladder: null, admonitions: 3, answers: null },
  },
  {
    id: "registry-gap",
    clause: id("FZ-10-5"),
    words: "没有落实责任人导致任务没有完成的，追究主要领导的效能责任。",
    is: "registryGap",
    gap: "clerk",
    answers: "principalLeader",
    of: ["missedViewing", "lapsedUnhandled", "lateHandling"],
    example: {
      value: {
        is: "registryGap",
        gap: "clerk",
        answers: "principalLeader",
        of: ["missedViewing", "lapsedUnhandled", "lateHandling"],
      },
    },
  },
  {
    id: "circular-period",
    clause: id("FZ-11-1"),
    serves: [id("FZ-11-2")],
    words: "效能办定期通报受理办理情况；周期规定未写明，由效能办选定起止日期。",
    is: "circularPeriod",
    title: "诉求件受理办理情况通报",
    period: null,
    example: { value: { is: "circularPeriod", title: "诉求件受理办理情况通报", period: null } },
  },
  {
    id: "commendation",
    clause: id("FZ-12"),
    words:
      "年度按查阅及时率、答复及时率、一次审核通过率、满意率列出单位和经办人员；权重规定未写明，不排名次；由政府给予适当的奖励，奖什么规定未写明。",
    is: "commendation",
    period: "year",
    rates: ["viewedInTime", "repliedInTime", "passedFirstAudit", "satisfied"],
    weights: null,
    persons: "clerk",
    reward: "由市、县（市）区政府给予适当的奖励",
    example: {
      value: {
        is: "commendation",
        period: "year",
        rates: ["viewedInTime", "repliedInTime", "passedFirstAudit", "satisfied"],
        weights: null,
        persons: "clerk",
        reward: "由市、县（市）区政府给予适当的奖励",
      },
    },
  },
];
