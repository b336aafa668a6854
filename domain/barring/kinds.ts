/** What a passage tells of a person. */
export const barredKinds = [
  "held",
  "telephone",
  "identity",
  "card",
  "permit",
  "plate",
  "mail",
  "account",
  "position",
  "dwelling",
  "name",
  "byHand",
] as const;
export type BarredKind = (typeof barredKinds)[number];

/** A passage that tells who somebody is, in the text as it was written: from the first unit to before the last. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly kind: BarredKind;
  /** False where a person has to look: it may be personal, or may not. */
  readonly certain: boolean;
}

/** A passage of the plain text; `digits`: of a number, without what stands between. */
export interface Found extends Place {
  readonly digits?: string;
  /** The words before it say that it is the number of an office or a firm. */
  readonly ofBody?: boolean;
}
