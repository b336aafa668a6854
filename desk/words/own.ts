/** Own settings and the bell. */
export const tellingWords = {
  title: "提醒我的方式",
  hint: "哪些事用哪些方式提醒您。短信和邮件里只有编号尾号和要办的步骤，按本地区的发送时段发出。",
  kind: "什么事",
  ways: { bell: "铃铛", sms: "短信", email: "邮件" },
  kinds: {
    assignment: "分到我这里的待办",
    request: "等我决定的申请、审批、审核",
    reminder: "今天到期和已经超期",
    order: "上级催办、督办、退回重办",
  },
  fixed: "规定要求告知，不能关",
  phone: "我的手机号",
  email: "我的邮箱",
  notConnected: "本地区还没有接通{ways}，选了也暂时发不出；铃铛照常。",
  save: "保存设置",
  saved: "已保存",
  box: "{kind}：{way}",
  bell: "提醒",
  unread: "提醒 {n}",
  none: "没有新的提醒。",
  read: "都看过了",
} as const;
