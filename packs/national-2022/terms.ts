import type { WayStage } from "../../domain/rules/pack.ts";
import type { Terms } from "../../domain/rules/settings.ts";

/** How the ordinance names things. */
export const terms: Terms = {
  platform: "信访信息系统",
  petitioner: "信访人",
  case: "信访事项",
  bureau: "信访部门",
  handlingUnit: "有权处理的机关、单位",
  dispatch: "转送",
  reply: "答复",
  supervision: "督办",
  circular: "通报",
  citation: "《条例》",
  numberPrefix: "XF",
};

/** The way of a case as its petitioner is told it; every term stands in the duties that are named. */
export const way: readonly WayStage[] = [
  {
    title: "登记",
    words: "收到后登记，告诉您编号和查询码。",
    duties: [{ id: "register", who: "信访部门" }],
  },
  {
    title: "决定转给哪个单位",
    words: "信访部门区分情况，转给有权处理的机关、单位；该走诉讼、仲裁等途径的，告诉您向哪里提出。",
    duties: [
      { id: "route", who: "信访部门" },
      { id: "route-simple", who: "信访部门（简易办理）" },
    ],
  },
  {
    title: "受理",
    words: "归它管的，书面告诉您已经受理、怎样处理；不归它管的，退回另转。",
    duties: [
      { id: "tell-acceptance", who: "办理机关、单位" },
      { id: "accept-simple", who: "办理机关、单位（简易办理）" },
    ],
  },
  {
    title: "办理和答复",
    words: "办理机关、单位听取您的说法、调查核实，给您书面意见：支持、解释说明或者不予支持。延期的，告诉您理由。",
    duties: [
      { id: "handle", who: "办理机关、单位" },
      { id: "handle-simple", who: "办理机关、单位（简易办理）" },
    ],
  },
  {
    title: "您来评价",
    words: "初次反映的事，可以对办理机关和信访部门各评价一次。",
    duties: [],
  },
  {
    title: "不服可以请求复查、复核",
    words: "对书面意见不服，可以向上一级请求复查；对复查意见不服，再向上一级请求复核。",
    duties: [
      { id: "review-window", who: "您" },
      { id: "review", who: "复查机关" },
      { id: "re-review-window", who: "您" },
      { id: "re-review", who: "复核机关" },
    ],
  },
];
