/** What the desk says where a petitioner is not satisfied and somebody has to decide what becomes of it. */
export const judgingWords = {
  waits: "诉求人不满意，还没有判断怎样处理（{time}：{said}）",
  waitsForOthers: "诉求人不满意，等信访工作机构判断怎样处理（{time}：{said}）",
  judge: "作出判断",
  title: "对不满意怎样处理",
  what: "判断",
  reason: "理由",
  redoNext: "记录判断，接着打开“{step}”。",
  redoByOthers: "记录判断。这里的重新办理是“{step}”，由{who}办。",
  redoNone: "记录判断。本地规定没有写重新办理的手续，需要再办的，请用“书写便签”或督办交代承办单位。",
  then: {
    explain: "记录判断。请向诉求人解释说明，并写明怎样解释的。",
    supervise: "记录判断。需要催办、督查的，请接着在“可办事项”或督办台里办。",
    close: "记录判断。答复不变，这件不再列入待判断。",
  },
} as const;
