import type { IdentityCheck } from "../../contract/case/query-codes.ts";

/** What the desk says when a citizen has lost a query code. */
export const codeWords = {
  title: "给新的查询码",
  hint: "先确认对方就是来件人。旧查询码当即失效；操作人、核对方式和原因记入查阅记录。",
  identity: "怎样核对的身份",
  identities: {
    calledBack: "回拨登记的电话，本人接听",
    knownNumber: "用登记的电话打来，说得出姓名",
    answered: "说得出姓名、登记的电话和反映的事情",
    document: "当面看了身份证件",
  } satisfies Record<IdentityCheck, string>,
  reason: "原因",
  reasons: ["来件人丢失查询码"],
  way: "怎样给",
  say: "念给对方",
  sms: "发短信到登记的手机（{phone}）",
  noSms: "发短信（短信渠道未开通，或没有登记手机）",
  sayButton: "给新码，念给对方",
  smsButton: "给新码，发短信",
  given: "新的查询码",
  script: "请念给对方：“尾号{tail}的来件，新的查询码是”",
  once: "只显示这一次。旧码已失效。",
  sent: "新的查询码已发短信，旧码已失效。",
  close: "已告知，关闭",
} as const;

/** Reasons for reading that are written down by their code. */
export const readReasons: Readonly<Record<string, string>> = {
  ...codeWords.identities,
  byPhone: "来件人在网上核对了手机号",
};
