/** Matters that others than a city's units decide; numbers of the whole country, so that none is invented. */
export const referrals = [
  {
    words: ["判决", "上诉", "开庭", "强制执行", "法院不立案", "执行法官"],
    organ: "人民法院",
    phone: "12368",
    route: "诉讼、执行的事由法院办。打诉讼服务热线，或到审理这件事的法院诉讼服务中心。",
  },
  {
    words: ["仲裁裁决", "劳动仲裁", "申请仲裁"],
    organ: "劳动人事争议仲裁委员会",
    phone: "12333",
    route: "裁决不服的，在裁决书写明的日期前向法院起诉。",
  },
  {
    words: ["信用卡", "银行多扣", "保险公司不赔", "保险理赔"],
    organ: "国家金融监督管理总局",
    phone: "12378",
    route: "先向银行或保险公司投诉，不满意再打这个电话。",
  },
  {
    words: ["寄丢", "快递丢", "包裹丢", "快递延误"],
    organ: "邮政管理局",
    phone: "12305",
    route: "先向快递公司投诉，七天没有结果再向邮政管理局申诉。",
  },
] as const;
