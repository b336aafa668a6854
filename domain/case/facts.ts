import type { Happening } from "../duty/timeline.ts";
import type { FormalityField, Values } from "../rules/formality.ts";
import type { Case } from "./case.ts";

type Value = Values[string];

/**
 * What a formality has last stated under a name: on the leg if it was stated there, else on the case. Looks at what
 * came up to `until` (that one included) where it is given. Null when nobody has stated it.
 */
export function factOf(kase: Case, name: string, legId: string | null, until: Happening | null = null): Value | null {
  const place = until ? kase.happenings.indexOf(until) : -1;
  const past = place < 0 ? kase.happenings : kase.happenings.slice(0, place + 1);
  const stated = past.filter((h) => h.values?.[name] !== undefined);
  const own = legId === null ? undefined : stated.findLast((h) => h.legId === legId);
  return (own ?? stated.findLast((h) => h.legId === null))?.values?.[name] ?? null;
}

/** Whether a value is, or contains, one of these. */
export function isOneOf(value: Value | null | undefined, oneOf: readonly string[]): boolean {
  if (value === null || value === undefined) return false;
  return typeof value === "string" ? oneOf.includes(value) : value.some((one) => oneOf.includes(one));
}

/** The times a formality was carried out on this leg or on the case as a whole, oldest first. */
export function timesDone(kase: Case, formality: string, legId: string | null): readonly Happening[] {
  return kase.happenings.filter((h) => h.moment === `done.${formality}` && (h.legId === null || h.legId === legId));
}

/**
 * The grade that petitioners gave themselves where it differs from what was filled in for them in this field
 * (HZ-6.3.2.a-3). Null where the field is not set beside the rating, where they have not rated, and where both agree.
 */
export function ratedOtherwise(
  kase: Case,
  field: FormalityField,
  value: Value | undefined,
  legId: string | null,
): string | null {
  if (!field.besideRating || value === undefined) return null;
  const rated = kase.happenings.findLast(
    (h) => h.moment === "petitioner.rated" && (legId === null || h.legId === null || h.legId === legId),
  );
  const grade = rated?.values?.["grade"];
  return typeof grade === "string" && grade !== value ? grade : null;
}
