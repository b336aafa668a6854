import type { DemoOffice } from "../founding.ts";

/** The office of the demo city, as citizens are told of it; numbers and addresses are nobody's. */
export const office: DemoOffice = {
  phone: "12345",
  hours: "每天 24 小时；窗口周一至周五 8:30–12:00、14:00–17:30",
  address: "鼓楼区示范路 1 号市民服务中心一楼",
  adminPhone: "0591-0000 1001",
  smsSignature: "福州12345",
  shortSite: "fz.example",
  footer: ["演示数据：人物、单位的往来和电话都是虚构的。"],
  notices: [
    {
      title: "节假日照常受理",
      on: "2026-02-10",
      text: "节假日照常受理来电和网上来件，答复的期限按工作日计算，假期不算在内。紧急的事请直接拨打 110、119、120。",
    },
    {
      title: "停水、爆管怎么报",
      on: "2026-01-12",
      text: "遇到停水、爆管，请拨打12345，说明小区和楼号。",
    },
  ],
};
