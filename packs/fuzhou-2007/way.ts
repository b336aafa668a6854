import type { WayStage } from "../../domain/rules/pack.ts";
/** The way of a case as its petitioner is told it; every term stands in the duties that are named. */
export const way: readonly WayStage[] = [
  {
    title: "提交",
    words: "在网上写明事情，提交后马上有编号和查询码。打电话、写信、来访的，由服务中心登记。",
    duties: [{ id: "hand-over", who: "服务中心" }],
  },
  {
    title: "转给办理单位",
    words: "信访局看归谁管，转给办理单位。县（市）区的事，经县（市）区信访局转。",
    duties: [
      { id: "dispatch", who: "市信访局" },
      { id: "county-dispatch", who: "县（市）区信访局" },
    ],
  },
  {
    title: "单位办理",
    words: "单位查看后由分管领导批办，调查处理并写好答复。不归它管的，可以申请退回，由信访局另转。",
    duties: [
      { id: "view", who: "办理单位" },
      { id: "reply", who: "办理单位" },
    ],
  },
  {
    title: "审核答复",
    words: "信访局审核答复。没有逐条答清楚的，退回单位重办。",
    duties: [
      { id: "audit", who: "信访局" },
      { id: "rework", who: "办理单位" },
    ],
  },
  {
    title: "答复您",
    words: "审核通过后，答复按您来件的方式发给您，网上也能查。您同意公开的，隐去个人信息后公开。",
    duties: [{ id: "feedback", who: "服务中心" }],
  },
  {
    title: "您来评价",
    words: "看过答复，请评价满意、基本满意或者不满意。",
    duties: [],
  },
];
