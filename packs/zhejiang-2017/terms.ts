import type { WayStage } from "../../domain/rules/pack.ts";
import type { Terms } from "../../domain/rules/settings.ts";

/** How the guiding opinions name things. They have no word for the answer to the petitioner; 答复 is ours. */
export const terms: Terms = {
  platform: "浙江省统一政务咨询投诉举报平台",
  petitioner: "信访人",
  case: "信访事项",
  bureau: "信访工作机构",
  handlingUnit: "有权处理的机关",
  dispatch: "转送",
  reply: "答复",
  supervision: "督办",
  circular: "通报批评",
  citation: "《意见》",
  numberPrefix: "ZJ",
};

/** The way of a case as its petitioner is told it; every term stands in the duties that are named. */
export const way: readonly WayStage[] = [
  {
    title: "登记",
    words: "收到后登记录入统一平台，告诉您编号和查询码。",
    duties: [{ id: "register", who: "接收机关" }],
  },
  {
    title: "转给办理机关",
    words: "甄别后转送或者交办给有权处理的机关。",
    duties: [{ id: "dispatch", who: "信访工作机构" }],
  },
  {
    title: "办理",
    words: "办理机关明确责任领导和承办人，依法按程序办理并答复。",
    duties: [
      { id: "name", who: "办理机关" },
      { id: "reply", who: "办理机关" },
    ],
  },
  {
    title: "答复您",
    words: "答复签发后送到您手里。",
    duties: [{ id: "feedback", who: "办理机关" }],
  },
  {
    title: "您来评价",
    words: "初次反映的事，答复后请您评价满意、基本满意或者不满意。",
    duties: [],
  },
  {
    title: "回访和核查",
    words: "不满意的，逐一回访；回访发现问题的，逐件核查、督促整改。",
    duties: [
      { id: "call-back-organ", who: "办理机关" },
      { id: "verify", who: "信访工作机构" },
    ],
  },
];
