import type { DemoOffice } from "../founding.ts";

/** The office of the demo city, as citizens are told of it; numbers and addresses are nobody's. */
export const office: DemoOffice = {
  phone: "0571-0000 1000",
  hours: "周一至周五 8:30–12:00、13:30–17:30",
  address: "西湖区示范路 2 号信访接待中心",
  adminPhone: "0571-0000 1005",
  smsSignature: "杭州信访",
  shortSite: "hz.example",
  footer: ["演示数据：人物、单位的往来和电话都是虚构的。"],
  terms: { "rating-open": { n: 30, unit: "calendarDay" } },
  notices: [
    {
      title: "答复公开的办法",
      on: "2026-01-08",
      text: "复审通过的答复由市信访局在网上公开，公开前隐去个人信息。要求保密的，提交时选不公开。",
    },
    {
      title: "早高峰公交班次征求意见",
      on: "2026-02-02",
      text: "现征求早高峰公交班次的意见，请写明站点和等候的时间，汇总后在这里公布结果。",
    },
  ],
};
