/** What the page says on how a case goes its way. */
export const howWords = {
  title: "办理流程",
  steps: "每一步由谁办，最多多久",
  none: "没有写“最多多久”的，规定没有写期限。",
  line: "{who}{what}：{term}",
  lineSilent: "{who}{what}",
  law: "看全部步骤和依据（按规定原文）",
  refuse: "哪些事我们不能受理，该找谁",
  ground: "{words}。",
  told: "该向哪个机关提出，我们会写在告知书里。",
  /** A label that asks something. */
  questions: /哪个|哪里|什么|怎样/,
  internal: "哪些事转内部办理",
  emergency: "紧急情况",
  emergencyText: "有人正处在危险中，请现在就打这些电话，不要在网上提交。",
  basis: "依据《{title}》{number}，自{date}起施行。",
  number: "（{number}）",
  term: "最多多久",
  article: "依据",
  reconstructed: "原文没有写明，按上下文补足",
} as const;
