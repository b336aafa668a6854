import { plainWords } from "../../../domain/words/plain-words.ts";

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
      if (!plainWords.has(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return [...counts.entries()]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([pair]) => pair);
}
