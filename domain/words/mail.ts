/** What a mail says besides the message itself. */
export const mailWords = {
  holder: "现在在谁手里",
  since: "从什么时候",
  due: "最晚什么时候",
  basis: "依据",
  until: "{date} {time} 前{what}",
  noTerm: "这一步没有规定期限。",
  follow: "查进展",
  foot: "{platform}，电话 {phone}",
} as const;
