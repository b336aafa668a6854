import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Measure } from "../../domain/rules/measure.ts";

const target = { is: "rateTarget", rate: "published", atLeast: 0.6 } as const;
const urged = { is: "firstMiss", of: "urgedAgain", leadsTo: "circular" } as const;
const answerable = {
  is: "consequences",
  causes: ["催办两次以上仍未办结"],
  consequences: ["通报", "追究相关单位的责任", "追究相关个人的责任"],
  pairs: null,
} as const;
const report = {
  is: "periodic",
  what: "report",
  title: "月度电子统计报表",
  months: 1,
  with: [],
  contents: ["受理数量", "受理内容"],
} as const;

/** What the specification counts, and what follows (6.2.2, 6.3.2, 6.4.3). */
export const measures: readonly Measure[] = [
  {
    ...urged,
    id: "urged-circular",
    clause: id("HZ-6.2.2-2"),
    words: "催办两次以上（含两次）仍未办结的，予以通报。",
    example: { value: urged },
  },
  {
    ...answerable,
    id: "urged-accountability",
    clause: id("HZ-6.2.2-2"),
    words: "催办两次以上（含两次）仍未办结的，除通报外追究相关单位和个人的责任。",
    example: { value: answerable },
  },
  {
    ...target,
    id: "published-rate",
    clause: id("HZ-6.3.2.c-2"),
    words: "公开率达到60%以上（含60%）；分母规范未写明，按当期办结的全部信访件计算，另列不含要求保密的。",
    example: { value: target },
  },
  {
    ...report,
    id: "monthly-report",
    clause: id("HZ-6.4.3-1"),
    serves: [id("HZ-6.4.3-2")],
    words: "对受理数量、内容统计分类，每月形成并汇总电子统计报表，统计期间为上月26日至当月25日。",
    example: { value: report },
  },
];
