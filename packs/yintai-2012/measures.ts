import { clauseId as id } from "../../domain/rules/clause.ts";
import type { Measure } from "../../domain/rules/measure.ts";
import { categories } from "./formalities-before.ts";

const kinds = categories.map((category) => category.label);
const praise = ["工作认真", "办理质量好", "群众满意"] as const;
const criticism = ["不重视", "不严格把关", "工作不力", "敷衍应付", "群众不满意"] as const;

/** What the supervision office watches and makes known; 定期 is never a number. */
export const measures: readonly Measure[] = [
  {
    id: "monitoring",
    clause: id("YT-4.1"),
    words: "区电子政务管理中心监测、收集留言：每个来源记下最近一次查看的时间和人员；多久看一次办法没有写明，不算逾期。",
    is: "sources",
    of: { formality: "collect", field: "source" },
    example: { value: { is: "sources", of: { formality: "collect", field: "source" } } },
  },
  {
    id: "clusters",
    clause: id("YT-1"),
    words: "同类、同地、同单位的留言集中出现时，提示区政府领导；达到几件算集中，办法没有写明。",
    is: "clusters",
    by: ["类别", "地点", "承办单位"],
    size: null,
    example: { value: { is: "clusters", by: ["类别", "地点", "承办单位"], size: null } },
  },
  {
    id: "regular-inspection",
    clause: id("YT-4.6-3"),
    words: "区政府督查室定期对各类网民留言的办理情况进行督查；周期办法没有写明。",
    is: "periodic",
    what: "inspection",
    title: "网民留言办理情况督查",
    months: null,
    with: [],
    contents: kinds,
    example: {
      value: {
        is: "periodic",
        what: "inspection",
        title: "网民留言办理情况督查",
        months: null,
        with: [],
        contents: kinds,
      },
    },
  },
  {
    id: "bulletin",
    clause: id("YT-4.9"),
    words: "区政府督查室以《印台政务通报》形式定期通报办理情况；周期办法没有写明，由督查室选定起止日期。",
    is: "circularPeriod",
    title: "网民留言办理情况通报",
    period: null,
    example: { value: { is: "circularPeriod", title: "网民留言办理情况通报", period: null } },
  },
  {
    id: "praise-and-criticism",
    clause: id("YT-5.6-1"),
    serves: [id("YT-5.2-1")],
    words: "工作认真、办理质量好、群众满意的通报表扬；不重视、不严格把关、工作不力、敷衍应付、群众不满意的通报批评。",
    is: "praiseAndCriticism",
    praise,
    criticism,
    example: { value: { is: "praiseAndCriticism", praise, criticism } },
  },
  {
    id: "batch-call-backs",
    clause: id("YT-5.6-2"),
    words: "定期对已回复的网民留言集中回访复核；周期和比例办法没有写明。",
    is: "periodic",
    what: "callBacks",
    title: "网民留言集中回访复核",
    months: null,
    with: [],
    contents: ["办理效果", "网民满意度"],
    carriedOutBy: ["call-back"],
    example: {
      value: {
        is: "periodic",
        what: "callBacks",
        title: "网民留言集中回访复核",
        months: null,
        with: [],
        contents: ["办理效果", "网民满意度"],
        carriedOutBy: ["call-back"],
      },
    },
  },
];
