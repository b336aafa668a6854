/** What the desk says where somebody has to be called. */
export const callWords = {
  show: "显示电话号码（留痕）",
  noNumber: "没有留电话",
  hides: "{n} 秒后隐藏",
  script: "您好，这里是{unit}。您反映的“{title}”已经答复。想请问：问题解决了吗？对办理结果满意吗？还有什么要补充的？",
} as const;
