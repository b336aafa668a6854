/** What staff are told on the desk, by short message and by mail: never a name, never what a case is about. */
export const staffTelling = {
  bell: {
    assignment: "新的待办：{step}⟨，{due}前⟩",
    request: "等您决定：{step}⟨，{due}前⟩",
    reminder: "{title}⟨：期限是{due}⟩，还没有办",
    order: "{org}：{step}⟨，{due}前⟩",
  },
  text: {
    assignment: "您有新的待办：来件尾号{tail}，{step}⟨，最晚{due}⟩。请登录工作台办理。",
    request: "有事项等您决定：来件尾号{tail}，{step}⟨，最晚{due}⟩。请登录工作台办理。",
    reminder: "来件尾号{tail}的“{title}”⟨期限是{due}⟩，还没有办。请登录工作台办理。",
    order: "{org}对来件尾号{tail}作出“{step}”⟨，最晚{due}⟩。请登录工作台查看。",
  },
  rework: "退回重办",
  subject: "{platform}：来件尾号{tail}",
} as const;
