/** Words that say nothing about the matter. */
const plain = new Set([
  "我们",
  "你们",
  "他们",
  "自己",
  "这个",
  "那个",
  "什么",
  "怎么",
  "可以",
  "希望",
  "尽快",
  "解决",
  "问题",
  "请问",
  "您好",
  "你好",
  "谢谢",
  "领导",
  "政府",
  "部门",
  "相关",
  "有关",
  "现在",
  "已经",
  "一直",
  "没有",
  "不是",
  "因为",
  "所以",
  "但是",
  "而且",
  "如果",
  "还是",
  "就是",
  "反映",
  "投诉",
  "咨询",
  "建议",
  "情况",
  "处理",
  "时间",
  "地方",
  "附近",
  "门口",
  "小区",
  "居民",
  "市民",
  "严重",
  "影响",
  "多次",
  "电话",
]);

/**
 * Pairs of characters that stand out in a text: the most frequent ones without digits, signs and empty words.
 * Good enough to find a similar case; needs no dictionary.
 */
export function keywords(text: string, most = 5): readonly string[] {
  const counts = new Map<string, number>();
  const runs = text.normalize("NFKC").match(/\p{Script=Han}{2,}/gu) ?? [];
  for (const run of runs) {
    const letters = [...run];
    for (let i = 0; i + 1 < letters.length; i += 1) {
      const pair = `${letters[i]}${letters[i + 1]}`;
      if (!plain.has(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return [...counts.entries()]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([pair]) => pair);
}
