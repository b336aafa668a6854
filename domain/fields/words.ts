import type { EmailFault } from "./email.ts";
import type { IdentityFault } from "./identity-number.ts";
import type { NameFault } from "./person-name.ts";
import type { TelephoneFault } from "./telephone.ts";

/** What is wrong with a field that a person is reached or known by, and what to do; `{names}` are filled in. */
export const faultWords: {
  readonly phone: Readonly<Record<TelephoneFault | ReplyFault, string>>;
  readonly email: Readonly<Record<EmailFault | "neededForMail" | "neededForChannel", string>>;
  readonly identity: Readonly<Record<IdentityFault, string>>;
  readonly name: Readonly<Record<NameFault, string>>;
  readonly answer: Readonly<Record<AnswerFaultCode, string>>;
} = {
  phone: {
    empty: "请填写电话号码",
    noDigits: "请用数字填写电话号码，没有就空着",
    masked: "请填写完整的号码，不要保留星号",
    letters: "电话号码里有“{letters}”，请只填数字",
    several: "这里只填一个号码，其他号码可以写在事情里",
    long: "电话号码太长了，这里只填一个号码",
    short: "“{digits}”打不回来，请填 11 位手机号，或带区号的固定电话",
    mobileLength: "手机号是 11 位数字，您填了 {n} 位",
    mobileStart: "没有 {start} 开头的手机号，请核对",
    noAreaCode: "固定电话前面请写上区号",
    landline: "固定电话是区号加 7 到 8 位号码，请核对",
    unknown: "这个号码打不通，请核对；境外号码前面写上 + 和国家或地区代码",
    neededForMessage: "选短信答复，请填写手机号",
    neededForCall: "选电话答复，请填写电话号码",
    noMessages: "这个号码收不到短信，请填手机号，或换一种答复方式",
  },
  email: {
    empty: "请填写电子邮箱",
    masked: "请填写完整的邮箱，不要保留星号",
    noAt: "邮箱里要有一个 @",
    several: "这里只填一个邮箱",
    noName: "邮箱的 @ 前面还缺名字",
    noDomain: "邮箱的 @ 后面要写完整，如 @example.com",
    letters: "邮箱里不能有“{letters}”，请核对",
    long: "邮箱太长了，请核对",
    neededForMail: "选邮件答复，请填写电子邮箱",
    neededForChannel: "来自电子邮件的，请填写对方的邮箱",
  },
  identity: {
    empty: "请填写身份证号码",
    masked: "请填写完整的身份证号码，不要保留星号",
    letters: "身份证号码里有“{letters}”，请核对",
    length: "身份证号码是 18 位，您填了 {n} 位",
    born: "身份证号码里的出生日期不对，请核对",
    check: "身份证号码的最后一位对不上，请核对",
  },
  name: {
    empty: "请填写姓名",
    masked: "请填写完整的姓名，不要保留星号",
    long: "姓名最多 50 个字，多了 {n} 个",
  },
  answer: {
    missing: "请填写{label}",
    notChosen: "请选一项：{label}",
    notUnclear: "{label}要写明，请问清楚以后再填",
    notListed: "{label}请从这些里选：{choices}",
    long: "{label}：多了 {n} 个字",
    notAsked: "这类事项没有“{name}”这个问题，请去掉",
  },
};

/** What somebody says who does not know. */
export const unclearAnswer = "不清楚";

/** Why an answer to a question of the regulation is not one. */
export type AnswerFaultCode = "missing" | "notChosen" | "notUnclear" | "notListed" | "long" | "notAsked";

/** Why an answer cannot go by the way that was chosen. */
export type ReplyFault = "neededForMessage" | "neededForCall" | "noMessages";

/** Words that people write beside a number, to be recognised. */
export const beside = {
  phone:
    /^(?:联系电话|联系方式|手机号码|手机号|电话号码|手机|电话|座机|固话|办公电话|家庭电话|tel|mobile|phone)[\s:.]*/i,
  extension: /(?<!\s)\s*(?:转分机|分机号|分机|转|extension|ext|x|#|,)[\s.:-]*(\d{1,6})\s*$/i,
  or: /(?<=\d)\s*[或和及与]\s*(?=\+?\d)/g,
  email: /^(?:电子邮箱|电子邮件|邮箱|邮件|e-?mail|mailto)[\s:.]*/i,
  identity: /^(?:居民身份证|公民身份号码|身份证号码|身份证号|身份证)[\s:.]*/,
  number: /^(?:案件编号|来件编号|编号尾号|编号|尾号|案号|号码|NO)[\s:.#]*/i,
} as const;
