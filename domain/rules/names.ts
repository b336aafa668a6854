import type { Terms } from "./settings.ts";

/** The parts of the common catalogue in which a regulation may use words of its own. */
export const namedParts = [
  "acts",
  "caseStages",
  "legStages",
  "posts",
  "orgKinds",
  "moments",
  "events",
  "timeline",
  "followLegs",
  "followStates",
] as const;
export type NamedPart = (typeof namedParts)[number];

/** What a regulation calls things that others call otherwise: `legStages.underAudit` is 「待督查室审核」 in one city. */
export type Names = Readonly<Partial<Record<NamedPart, Readonly<Record<string, string>>>>>;

/** What a regulation's own words are taken from: its names for acts and stages, its terms for people and cases. */
export interface Wording {
  readonly names?: Names;
  readonly terms: Terms;
}
