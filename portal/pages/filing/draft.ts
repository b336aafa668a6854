/** Everything a citizen has typed so far. Kept as typed until the end. */
export interface Draft {
  readonly content: string;
  readonly claim: string;
  readonly title: string;
  readonly kind: string;
  readonly area: string;
  /** A street or town of the area, as typed or as picked from the list. */
  readonly street: string;
  readonly place: string;
  /** Answers to what the regulation asks about such a matter, by the name of the question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly petitionerKind: string;
  readonly organisation: string;
  readonly onBehalf: string;
  readonly behalfName: string;
  readonly behalfRelation: string;
  readonly behalfConsent: string;
  /** `one` or `many`. */
  readonly people: string;
  readonly peopleCount: string;
  readonly representatives: string;
  /** `yes`: no name is given; only where the regulation allows it. */
  readonly anonymous: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly idNumber: string;
  readonly publicity: string;
  readonly replyBy: string;
}

/** The fields of the draft that are one text each. */
export type DraftField = Exclude<keyof Draft, "answers">;

export const emptyDraft: Draft = {
  content: "",
  claim: "",
  title: "",
  kind: "",
  area: "",
  street: "",
  place: "",
  answers: {},
  petitionerKind: "person",
  organisation: "",
  onBehalf: "self",
  behalfName: "",
  behalfRelation: "",
  behalfConsent: "",
  people: "one",
  peopleCount: "",
  representatives: "",
  anonymous: "",
  name: "",
  phone: "",
  email: "",
  address: "",
  idNumber: "",
  publicity: "",
  replyBy: "",
};

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** To which draft of the browser a page belongs: hidden in its form, and at the end of its links. */
export interface DraftMark {
  readonly sealed: string;
  readonly query: string;
}

/** Why a page is shown again, or what it has to tell before anything else. */
export type Notice =
  | { readonly is: "expired" }
  | { readonly is: "cookiesOff" }
  | { readonly is: "lost" }
  | { readonly is: "changed" }
  | { readonly is: "busy"; readonly minutes: number };
