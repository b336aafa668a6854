/** Words that promise nothing, and what to write instead. */
export const replyQuestions: Readonly<Record<string, string>> = {
  相关部门: "请写明单位名称和电话",
  有关单位: "请写明单位名称和电话",
  尽快: "请写明日期",
  适时: "请写明日期",
  高度重视: "请写做了什么",
  正在积极推进: "请写进展到哪一步、何时完成",
  妥善处理: "请写怎样处理",
  原则上: "请写清有没有例外",
  已责成: "请写明责成谁、做什么、何时完成",
  请耐心等待: "请写明等到哪一天",
  感谢您的支持与理解: "可以删去",
};
