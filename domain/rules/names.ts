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
