import type { Place } from "./kinds.ts";

/** The parts of a case that the public reads. */
export const publicFields = ["title", "question", "answer"] as const;
export type PublicField = (typeof publicFields)[number];
export type PublicTexts = Readonly<Record<PublicField, string>>;
export type PublicPlaces = Readonly<Record<PublicField, readonly Place[]>>;

/**
 * What somebody has decided on a passage: barred or left. Counted in the text before anything is barred, from the first
 * unit to before the last. A passage that nothing was found in can be barred, too; one that is certain stays so.
 */
export interface BarringDecision {
  readonly field: PublicField;
  readonly from: number;
  readonly to: number;
  readonly bar: boolean;
}

/** A decision with the matter that it is about. */
export interface MatterBarring extends BarringDecision {
  readonly matterId: string;
}

/** The uncertain places on which nobody has decided. */
export function undecided(
  found: PublicPlaces,
  decisions: readonly BarringDecision[],
): readonly (Place & { readonly field: PublicField })[] {
  return publicFields.flatMap((field) =>
    found[field]
      .filter((place) => !place.certain && !decisionOn(place, field, decisions))
      .map((place) => ({ ...place, field })),
  );
}

/** The passages that are barred in the end; without decisions everything that was found. */
export function barredIn(
  field: PublicField,
  found: readonly Place[],
  decisions: readonly BarringDecision[] | null,
): readonly Pick<Place, "from" | "to">[] {
  if (decisions === null) return found;
  const kept = found.filter((place) => place.certain || decisionOn(place, field, decisions)?.bar !== false);
  return [...kept, ...decisions.filter((one) => one.field === field && one.bar)];
}

function decisionOn(place: Place, field: PublicField, decisions: readonly BarringDecision[]) {
  return decisions.find((one) => one.field === field && one.from === place.from && one.to === place.to);
}
