import type { WayStage } from "../../domain/rules/pack.ts";
import type { Terms } from "../../domain/rules/settings.ts";

/** How the measures name things. What a bureau does elsewhere three district bodies do here; the supervision office stands for them. */
export const terms: Terms = {
  platform: "印台区网民留言和区长信箱",
  petitioner: "网民",
  case: "网民留言",
  bureau: "区政府督查室",
  handlingUnit: "承办单位",
  dispatch: "交办",
  reply: "回复",
  supervision: "督查",
  circular: "政务通报",
  citation: "《办法》",
  numberPrefix: "YT",
};

/** The way of a case as its petitioner is told it; every term stands in the duties that are named. */
export const way: readonly WayStage[] = [
  {
    title: "收集和登记",
    words: "网上的留言收集整理后，交区政府督查室登记。",
    duties: [
      { id: "hand-over", who: "区电子政务管理中心" },
      { id: "ledger", who: "区政府督查室" },
    ],
  },
  {
    title: "确定由谁办",
    words: "区政府办提出拟办意见，区政府领导审定后交给承办单位。",
    duties: [
      { id: "agree", who: "区政府领导" },
      { id: "assign", who: "区政府办" },
    ],
  },
  {
    title: "单位办理",
    words: "承办单位调查处理，提出答复意见；复杂的先报告进展，办结后再报送。",
    duties: [
      { id: "reply-simple", who: "承办单位（内容单一的）" },
      { id: "report-complex", who: "承办单位（内容复杂的）" },
    ],
  },
  {
    title: "审核",
    words: "区政府督查室审核，形成督查报告，由区政府领导审核。没有办好的，退回重新办理。",
    duties: [
      { id: "audit", who: "区政府督查室" },
      { id: "approve-report", who: "区政府领导" },
    ],
  },
  {
    title: "回复您",
    words: "审核后回复留言。一时办不了的，具备条件后继续解决。",
    duties: [{ id: "answer", who: "区电子政务管理中心" }],
  },
  {
    title: "回访",
    words: "区政府督查室集中回访，没有实效的，由承办单位复查。",
    duties: [{ id: "call-back", who: "区政府督查室" }],
  },
];
