/** What the desk says where a petitioner is not satisfied and somebody has to decide what becomes of it. */
export const judgingWords = {
  waits: "诉求人不满意，还没有判断怎样处理（{time}：{said}）",
  waitsForOthers: "诉求人不满意，等信访工作机构判断怎样处理（{time}：{said}）",
  judge: "作出判断",
  title: "对不满意怎样处理",
  what: "判断",
  reason: "理由",
  then: {
    redo: "记录判断。规定有重办、复查等手续的，请接着在“可办事项”里办。",
    explain: "记录判断。请向诉求人解释说明，并写明怎样解释的。",
    supervise: "记录判断。需要催办、督查的，请接着在“可办事项”或督办台里办。",
    close: "记录判断。答复不变，这件不再列入待判断。",
  },
} as const;
