import type { DemoOffice } from "../founding.ts";

/** The office of the demo city, as citizens are told of it; numbers and addresses are nobody's. */
export const office: DemoOffice = {
  phone: "0888-0000 1100",
  hours: "周一至周五 9:00–12:00、13:30–17:00",
  address: "青岚市示范路 5 号人民来访接待中心",
  adminPhone: "0888-0000 1105",
  smsSignature: "青岚信访",
  shortSite: "ql.example",
  footer: ["演示数据：人物、单位的往来和电话都是虚构的。"],
  terms: { "rating-window": { n: 30, unit: "calendarDay" } },
  notices: [
    {
      title: "联名来访请推选代表",
      on: "2026-01-07",
      text: "五人以上走访同一件事的，请推选不超过五名代表。也可以在网上或者写信反映，人数不限。",
    },
    {
      title: "对处理意见不服怎么办",
      on: "2026-01-21",
      text: "收到书面处理意见三十日内，可以请求上一级机关复查；对复查意见不服的，三十日内可以请求复核。",
    },
  ],
};
