const surnames = "林陈黄郑苏许叶卢谢江庄柯童翁温纪游詹"; // 18
const given = [
  "晚舟",
  "知夏",
  "望舒",
  "听澜",
  "书闲",
  "予安",
  "砚秋",
  "云归",
  "松隐",
  "星野",
  "南乔",
  "青禾",
  "疏影",
  "照川",
  "怀瑾",
  "令仪",
  "清越",
  "若谷",
  "长庚",
  "雁回",
];

/** Names made by walking two lists in step; the n-th is always the same. */
export function inventedName(n: number): string {
  const letters = Array.from(surnames);
  return `${letters[n % letters.length]}${given[(n * 7) % given.length]}`;
}
