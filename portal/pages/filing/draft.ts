/** Everything a citizen has typed so far. Kept as typed until the end. */
export interface Draft {
  readonly content: string;
  readonly claim: string;
  readonly title: string;
  readonly kind: string;
  readonly area: string;
  readonly place: string;
  readonly petitionerKind: string;
  readonly organisation: string;
  readonly onBehalf: string;
  readonly behalfName: string;
  readonly behalfRelation: string;
  readonly behalfConsent: string;
  readonly people: string;
  readonly representatives: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly publicity: string;
  readonly replyBy: string;
}

export const emptyDraft: Draft = {
  content: "",
  claim: "",
  title: "",
  kind: "",
  area: "",
  place: "",
  petitionerKind: "person",
  organisation: "",
  onBehalf: "self",
  behalfName: "",
  behalfRelation: "",
  behalfConsent: "",
  people: "1",
  representatives: "",
  name: "",
  phone: "",
  email: "",
  publicity: "",
  replyBy: "",
};

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}
