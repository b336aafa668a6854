import type { WayStage } from "../../domain/rules/pack.ts";
import type { Terms } from "../../domain/rules/settings.ts";

/** How the specification names things. It says 反馈 for what goes to the bureau and 回复 for what goes to the petitioner. */
export const terms: Terms = {
  platform: "杭州市12345网上信访平台",
  petitioner: "信访人",
  case: "信访件",
  bureau: "信访局",
  handlingUnit: "承办单位",
  dispatch: "转办",
  reply: "回复",
  supervision: "督办",
  circular: "通报",
  citation: "《规范》",
  numberPrefix: "HZ",
};

/** The way of a case as its petitioner is told it; every term stands in the duties that are named. */
export const way: readonly WayStage[] = [
  {
    title: "提交和登记",
    words: "收到后登记，告诉您编号和查询码，并告知已经接收。",
    duties: [
      { id: "register", who: "信访局" },
      { id: "acknowledge-email", who: "信访局（电子邮件）" },
      { id: "acknowledge-sms", who: "信访局（手机短信）" },
    ],
  },
  {
    title: "确定怎样办",
    words: "能当场答复的，当即答复；其他的转给承办单位。",
    duties: [
      { id: "answer-at-once", who: "信访局" },
      { id: "dispatch", who: "信访局" },
    ],
  },
  {
    title: "单位办理",
    words: "承办单位调查处理，向信访局反馈。情况复杂的，经单位负责人批准可以延期，延期要告诉您理由。",
    duties: [{ id: "reply", who: "承办单位" }],
  },
  {
    title: "回复您",
    words: "反馈的同时，按您来件的方式回复您。",
    duties: [{ id: "feedback", who: "承办单位" }],
  },
  {
    title: "复审和回访",
    words: "信访局复审并向您回访。没有办好的，退回重新办理。",
    duties: [
      { id: "second-review", who: "信访局" },
      { id: "review-call-back", who: "信访局" },
      { id: "redo", who: "承办单位" },
    ],
  },
  {
    title: "评价和公开",
    words: "您可以评价满意、基本满意或者不满意；不满意的，逐一回访。复审通过、您没有要求保密的，在网上公开。",
    duties: [
      { id: "call-back-organ", who: "承办单位" },
      { id: "publish", who: "信访局" },
    ],
  },
];
