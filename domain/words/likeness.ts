/** How much two texts are alike, 0 to 1: the share of pairs of neighbouring characters that both have (Dice). */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairs(a), pairs(b)];
  const total = count(one) + count(other);
  if (total === 0) return 0;
  let common = 0;
  for (const [pair, n] of one) common += Math.min(n, other.get(pair) ?? 0);
  return (2 * common) / total;
}

/** Punctuation, blanks and figures do not tell two texts apart: a copied answer with another date is a copy. */
function pairs(text: string): ReadonlyMap<string, number> {
  const letters = [...text.normalize("NFKC").replaceAll(/[\s\p{P}\p{S}\p{N}]/gu, "")];
  const found = new Map<string, number>();
  for (let i = 1; i < letters.length; i++) {
    const pair = `${letters[i - 1]}${letters[i]}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

function count(of: ReadonlyMap<string, number>): number {
  return [...of.values()].reduce((sum, n) => sum + n, 0);
}
