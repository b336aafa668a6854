import type { DemoOffice } from "../founding.ts";

/** The office of the demo city, as citizens are told of it; numbers and addresses are nobody's. */
export const office: DemoOffice = {
  phone: "0919-0000 1000",
  hours: "周一至周五 8:30–12:00、14:30–18:00",
  address: "印台区示范路 4 号区政府办公楼一楼",
  adminPhone: "0919-0000 1000",
  smsSignature: "印台区长信箱",
  shortSite: "yt.example",
  footer: ["演示数据：人物、单位的往来和电话都是虚构的。"],
  notices: [
    {
      title: "区长信箱怎么写",
      on: "2026-01-06",
      text: "一封信写一件事，写清地点和时间，办起来更快。回复在网上公开，不显示您的姓名和电话。",
    },
    {
      title: "供暖问题反映渠道",
      on: "2026-01-15",
      text: "供暖期内室温不足的，可以在这里留言，写明小区、楼号和室温，区住建局当天安排测温。",
    },
  ],
};
