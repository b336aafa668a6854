import type { Post } from "../office/org.ts";
import type { ClauseId } from "./clause.ts";
import type { Entry } from "./entry.ts";
import type { Guard, Holder } from "./power.ts";
import type { Body, BreachKind, CaseStage, LegStage, Subject } from "./vocabulary.ts";

/**
 * A step that a regulation has of its own, besides the acts that all know: urging, an inspection on the spot, a call
 * back, an extension asked and granted, a proposal for approval, the archive. What is filled in is kept word for word;
 * that it was done is the moment `done.<id>`, from which duties run and on which notices go out.
 */
export type Formality = Entry & {
  /** The act in the regulation's own word, 「催办」. */
  readonly label: string;
  readonly by: readonly Holder[];
  /** Carrying it out enters the case in a ledger numbered through the year; the fields, of any formality, that a line shows. */
  readonly ledger?: readonly string[];
  /** Whoever owes it has to reach the petitioner for it, and may look up how. */
  readonly reachesPetitioner?: true;
  readonly guards: readonly Guard[];
  readonly fields: readonly FormalityField[];
  readonly effects: readonly Effect[];
  /** It asks the petitioner to add something: the fields that say what, why, and until which day. */
  readonly asks?: { readonly what: string; readonly why: string; readonly by: string };
  /** It decides about a dissatisfied petitioner: the case does not wait for a judgement any more. */
  readonly judges?: true;
  /** What the petitioner's page says of it; left out where it says no more than the name, or nothing at all. */
  readonly forPetitioner?: ForPetitioner;
} & (
    | { readonly on: "case"; readonly from: readonly CaseStage[] }
    | { readonly on: "leg"; readonly from: readonly LegStage[] }
  );

/** A formality in the petitioner's words: `{field}` is what was filled in, `{org}` who did it, `{unit}` who has the case. */
export interface ForPetitioner {
  /** What invites to it, where it is the petitioner's own to take. */
  readonly ask?: string;
  /** The line in the list of what has happened. */
  readonly line: string;
  /** A decision that is shown as an answer of its own: its heading and its text. */
  readonly opinion?: { readonly title: string; readonly text: string };
}

/**
 * What is to be filled in. The latest value of a name is a fact that conditions and guards can ask, so a name means
 * one thing throughout a pack. `person` is somebody who holds a post in the acting organisation, `people` a list of
 * names, `org` an organisation of the region.
 */
export interface FormalityField {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "choice" | "choices" | "date" | "number" | "yesNo" | "person" | "people" | "org";
  readonly required: boolean;
  readonly hint?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  /** Required as well while another field of the same form says so. */
  readonly requiredWhen?: { readonly field: string; readonly oneOf: readonly string[] };
  /** Nobody fills it in: it takes the value that was last stated under this name. */
  readonly sameAs?: string;
  /** The petitioner's own rating is set beside it where the two differ. */
  readonly besideRating?: true;
  /** A number's bounds, or how many names; the clause that sets them. */
  readonly least?: number;
  readonly most?: number;
  readonly clause?: ClauseId;
  /** What a date tells of: something that has happened, that has happened to this case, or that is still to come. */
  readonly when?: "past" | "sinceFiling" | "coming";
  readonly posts?: readonly Post[];
  /** Of kind `org`: the organ one level above this body, which the system finds; a person names it only where it has had a part in the case already. */
  readonly found?: { readonly above: Body };
  /** Asked of staff only; a petitioner neither sees nor states it. */
  readonly staffOnly?: true;
  /** What the system proposes: one value where the same person has other cases, another where none was found. A person decides. */
  readonly proposal?: { readonly others: string; readonly none: string };
}

/** What carrying out a formality changes on the case, besides being on record. */
export type Effect =
  /** The open terms of the leg that may be extended run on by so many days. */
  | { readonly is: "extend"; readonly days: string }
  | { readonly is: "archive" }
  /** The top body answers by itself, with the text of the field. */
  | { readonly is: "answer"; readonly text: string }
  /** The leg is over without a reply of its own: the case was sent for information. */
  | { readonly is: "endLeg" }
  /**
   * The leg is taken back from its organisation, with the reason in the field; opened anew at the organisation named
   * under `to`, where one is, as the pack lets its sender send, with the last day named under `by`.
   */
  | { readonly is: "recall"; readonly reason: string; readonly to?: string; readonly by?: string }
  /** The case follows the one whose number the field gives: what is answered there is answered here. */
  | { readonly is: "join"; readonly to: string }
  /** The case goes its own way again. */
  | { readonly is: "separate"; readonly reason: string }
  /** An answer that was passed is taken up again. */
  | { readonly is: "redo" }
  /** `where: "allowed"`: an answer that must not be published stays as it is, and the rest is done all the same. */
  | { readonly is: "publish"; readonly where?: "allowed" }
  /** From the n-th time on it is a finding against the leg's organisation, for which somebody has to answer. */
  | { readonly is: "finding"; readonly kind: BreachKind; readonly from: number; readonly rule: string }
  /** What the case is about, by the value of the field; a value without a subject makes it an ordinary one. */
  | {
      readonly is: "subject";
      readonly field: string;
      readonly of: Readonly<Record<string, Subject>>;
      readonly accused: string;
    }
  /** The case goes before the others of its list, or no longer does, as the field says. */
  | { readonly is: "urgency"; readonly field: string; readonly oneOf: readonly string[] }
  /** While the field says so, the case is not over before whoever answers has reported the result to the sender. */
  | { readonly is: "reportOwed"; readonly field: string; readonly oneOf: readonly string[] }
  /** The result has been reported on the leg. */
  | { readonly is: "reported" }
  /** The petitioner wants it kept secret from now on: nothing is published, what was published is taken down. */
  | { readonly is: "keepSecret" }
  /** The person named has no part in the case any more. */
  | { readonly is: "recuse"; readonly person: string };

/**
 * What time alone brings about when a term is over. `archive`, `endLeg`, `redo` and `publish` do what they do in a
 * formality; `passUp` takes the leg from its organisation to the one a level above, which then has it.
 */
export type LapseEffect =
  | Extract<Effect, { is: "archive" | "endLeg" | "redo" | "publish" }>
  | { readonly is: "passUp" }
  /** The case goes before the others of its list from now on. */
  | { readonly is: "urgent" };

/** What was filled in, by the name of the field. Numbers are decimal, days ISO, 「yes」 and 「no」 for yes and no. */
export type Values = Readonly<Record<string, string | readonly string[]>>;
