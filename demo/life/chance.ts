/** Chance that a seed decides: the same seed, the same luck. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number below n. */
  below(n: number): number;
  yes(likely: number): boolean;
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T;
  /** One of a list by weight; null when nothing weighs anything. */
  weighed<T>(list: readonly (readonly [thing: T, weight: number])[]): T | null;
}

/** Mulberry32 on a hash of the seed: small, and plenty for inventing a city's week. */
export function chance(seed: string): Chance {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    yes: (likely) => next() < likely,
    of: (list) => list[below(list.length)] as (typeof list)[number],
    weighed: (list) => {
      const total = list.reduce((sum, [, weight]) => sum + weight, 0);
      if (total <= 0) return null;
      let left = next() * total;
      for (const [thing, weight] of list) {
        left -= weight;
        if (left < 0) return thing;
      }
      return list.findLast(([, weight]) => weight > 0)?.[0] ?? null;
    },
  };
}

/** FNV-1a over the seed's letters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
