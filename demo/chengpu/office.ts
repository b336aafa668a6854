import type { DemoOffice } from "../founding.ts";

/** The office of the demo city, as citizens are told of it; numbers and addresses are nobody's. */
export const office: DemoOffice = {
  phone: "0579-0000 1100",
  hours: "周一至周五 8:30–12:00、14:00–17:30",
  address: "澄浦市示范路 3 号信访接待大厅",
  adminPhone: "0579-0000 1104",
  smsSignature: "澄浦信访",
  shortSite: "cp.example",
  footer: ["演示数据：人物、单位的往来和电话都是虚构的。"],
  terms: { "rating-open": { n: 30, unit: "calendarDay" } },
  notices: [
    {
      title: "信访接待日",
      on: "2026-01-05",
      text: "每月第二个周三上午有市领导在信访接待大厅接待来访，请提前三天登记，带上身份证和有关材料。",
    },
    {
      title: "欠薪问题集中办理",
      on: "2026-01-20",
      text: "近期集中办理拖欠工资的来件。请写明工地或者单位的名称、拖欠的月份和金额。",
    },
  ],
};
