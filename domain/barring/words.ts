import type { BarredKind } from "./kinds.ts";

/** What a barred passage tells of somebody. */
export const barredKindWords: Readonly<Record<BarredKind, string>> = {
  held: "诉求人的姓名或号码",
  telephone: "电话号码",
  identity: "身份证号",
  card: "银行卡号",
  permit: "证件号",
  plate: "车牌号",
  mail: "邮箱",
  account: "微信、QQ 等账号",
  position: "定位",
  dwelling: "住处",
  name: "人名",
  byHand: "另外隐去",
};
