import type { Pattern } from "../patterns.ts";

const provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const gap = "[ ·•.\\-_*]{0,2}";
const papers =
  "护照|回乡证|通行证|往来证|台胞证|居留证|永居证|居住证|永久居留身份证|身份证|军官证|士官证|警官证|驾驶证|驾照|社保卡|医保卡|社保|医保|证件";

const digitsIn = (passage: string) => passage.replace(/\D/g, "").length;

/** Permits, passports and other papers of a person; after their word in any form, without it in the form of the law. */
export const permits: readonly Pattern[] = [
  {
    kind: "permit",
    certain: true,
    spelling: new RegExp(
      `(?:${papers})(?:号码?|编号)?[是为: (\\[]{0,4}(?<it>[A-Za-z0-9](?:[ .\\-]{0,2}[A-Za-z0-9]){5,20})`,
      "g",
    ),
    holds: (passage) => digitsIn(passage) >= 5,
  },
  { kind: "permit", certain: true, spelling: /[军士武]字?第 ?\d{5,10} ?号/g },
  // Permanent residence permit of before 2023
  { kind: "permit", certain: true, spelling: /(?<![A-Za-z0-9])[A-Z]{3} ?\d{4} ?\d{4} ?\d{4}(?![A-Za-z0-9])/g },
  // Identity card of Hong Kong
  { kind: "permit", certain: true, spelling: /(?<![A-Za-z0-9])[A-Z]{1,2}\d{6} ?\([0-9A]\)/g },
  // Passport, permit for Hong Kong, Macao and Taiwan: other things are numbered so, too
  {
    kind: "permit",
    certain: false,
    spelling:
      /(?<![A-Za-z0-9-])(?:[EGDPSK]\d{8}|E[A-HJ-NP-Z]\d{7}|[HM]\d{8}(?:\d\d)?|[CWL]\d{8}|C[A-Z]\d{7})(?![A-Za-z0-9-])/g,
  },
];

/** Number plates of vehicles, of new energy too. */
export const plates: readonly Pattern[] = [
  {
    kind: "plate",
    certain: true,
    spelling: new RegExp(
      `[${provinces}]${gap}[A-Za-z]${gap}(?:[A-Za-z0-9]${gap}){4}(?:[A-Za-z0-9](?:${gap}[A-Za-z0-9])?|[学警港澳挂领试超使])(?![A-Za-z0-9])`,
      "g",
    ),
    holds: (passage) => digitsIn(passage) >= 2,
  },
  {
    kind: "plate",
    certain: true,
    spelling: new RegExp(
      `(?:车牌号?码?|车牌照|车号|牌照)(?:号码?)?[是为: ]{0,3}(?<it>[${provinces}]?${gap}[A-Za-z]?${gap}[A-Za-z0-9]{4,7})(?![A-Za-z0-9])`,
      "g",
    ),
    holds: (passage) => digitsIn(passage) >= 2,
  },
  { kind: "plate", certain: true, spelling: /(?:WJ|wj)[ ·]?[\p{Script=Han}]?[ ·]?\d{4}[A-Za-z0-9](?![A-Za-z0-9])/gu },
  { kind: "plate", certain: true, spelling: /使 ?\d{3} ?\d{3}(?!\d)/g },
];

/** Names in messengers and networks, after the word for them. */
export const accounts: readonly Pattern[] = [
  {
    kind: "account",
    certain: true,
    spelling:
      /(?:微信|威信|薇信|we ?chat|(?<![a-z])(?:vx|wx)(?![a-z]{2})|v信|加v|(?<![a-z])qq|扣扣|企鹅号|抖音|快手|支付宝|微博|钉钉)(?:号码?|账号|帐号|id|群号?|昵称)?[是为: (@-]{0,4}(?<it>[A-Za-z][A-Za-z0-9_-]{5,29}|[A-Za-z0-9](?: [A-Za-z0-9]){5,19}|\d(?:[ .-]{0,2}\d){4,11})/gi,
    holds: (passage) => !/^(?:1[12]\d{3}|9[56]\d{3}|com\b.*|[a-z]{2,8})$/i.test(passage),
  },
];

/** Where somebody or something is, by a device: degrees, or pairs of decimal numbers within the country. */
export const positions: readonly Pattern[] = [
  {
    kind: "position",
    certain: true,
    spelling:
      /(?:北纬|南纬|东经|西经|经度|纬度|坐标|经纬度|定位|gps|lat(?:itude)?|lo?ng(?:itude)?|(?<![a-z])[NSEW])[是为:=( ]{0,4}(?<it>-?\d{1,3}(?:\.\d{2,15}|[°度] ?\d{1,2}(?:[.'′’分]?\d{0,8}['′’分"″”秒]{0,2} ?){0,3})[°度]?[NSEW]?(?:[,;/ 、和]{1,3}(?:北纬|东经|lo?ng|lat|[NSEW])?[:= ]{0,2}-?\d{1,3}(?:\.\d{2,15}|[°度] ?\d{1,2}(?:[.'′’分]?\d{0,8}['′’分"″”秒]{0,2} ?){0,3})[°度]?[NSEW]?)?)/gi,
  },
  {
    kind: "position",
    certain: true,
    spelling:
      /(?<![\d.])-?(?:\d{1,2}\.\d{3,15}[°NS]{0,2}[,;/ ]{1,3}-?(?:7[3-9]|[89]\d|1[0-3]\d)\.\d{3,15}|(?:7[3-9]|[89]\d|1[0-3]\d)\.\d{3,15}[°EW]{0,2}[,;/ ]{1,3}-?\d{1,2}\.\d{3,15})[°NSEW]{0,2}(?![\d.])/g,
  },
  {
    kind: "position",
    certain: true,
    spelling: /\d{1,3} ?[°度] ?\d{1,2} ?['′’分] ?\d{1,2}(?:\.\d{1,6})?(?: ?(?:["″”秒]|['′’]{1,2}))? ?[NSEW]?/g,
  },
];
