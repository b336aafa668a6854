import type { PlainDate } from "../calendar/plain-date.ts";
import { fill } from "./fill.ts";

/** What papers say beside the facts of the case, in simplified Chinese. */
export const paperWords = {
  number: "{word}〔{year}〕{n}号",
  date: "{year}年{month}月{day}日",
  addressee: "{names}：",
  signer: "签发人",
  copies: "抄送：{names}。",
  issued: "{date}印发",
  regulation: "《{title}》",
  numberedRegulation: "《{title}》（{number}）",
  person: "{name}（{post}）",
  times: "{n}次",
  publicChoice: { public: "同意公开", nonPublic: "不公开" },
  noText: "规定原文提到本文书，但所附样式没有公布；以下各栏按正文要求整理。",
  ledger: "案件台账",
  page: "— {page} —",
  blank: "　",
} as const;

/** What the printed sheet of a case says beside the case itself. */
export const caseSheetWords = {
  title: "案件单",
  stage: "状态",
  channel: "来件方式",
  received: "收到时间",
  unit: "办理单位",
  petitioner: "诉求人",
  phone: "联系电话",
  caseTitle: "标题",
  place: "地点",
  none: "无",
  content: "诉求内容",
  claim: "诉求",
  answer: "{unit}的答复（{at}）",
  oldAnswer: "原系统的答复（{source}，{answeredOn}）",
  duties: "期限",
  dutyColumns: ["事项", "单位", "期限", "依据"],
  timeline: "办理经过",
  timelineColumns: ["时间", "经办", "事项"],
  printed: "{person}于{at}打印，用途：{purpose}。个人信息已遮去。",
} as const;

/** 2026-03-02 → 「2026年3月2日」: as documents are dated, without leading zeros. */
export function paperDate(date: PlainDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return fill(paperWords.date, { year, month, day });
}

/** The number of a document, 「示信访〔2026〕12号」. */
export function paperNumber(word: string, year: number, n: number): string {
  return fill(paperWords.number, { word, year, n });
}
