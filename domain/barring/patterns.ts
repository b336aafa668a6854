import type { BarredKind, Found } from "./kinds.ts";

/** A spelling that tells of a person. Every repetition is bounded, so that the time grows with the text and no faster. */
export interface Pattern {
  readonly kind: BarredKind;
  readonly certain: boolean;
  /** Global; the group `it`, where there is one, is the passage, else the whole. */
  readonly spelling: RegExp;
  /** What the passage must be beyond its spelling. */
  readonly holds?: (passage: string) => boolean;
}

export function foundBy(text: string, patterns: readonly Pattern[]): readonly Found[] {
  return patterns.flatMap(({ kind, certain, spelling, holds }) =>
    [...text.matchAll(withPlaces(spelling))].flatMap((match): readonly Found[] => {
      const [from, to] = match.indices?.groups?.["it"] ?? match.indices?.[0] ?? [0, 0];
      return holds && !holds(text.slice(from, to)) ? [] : [{ from, to, kind, certain }];
    }),
  );
}

/** The same pattern, asked for the places of its groups. */
function withPlaces(spelling: RegExp): RegExp {
  return new RegExp(spelling.source, `${spelling.flags}d`);
}
