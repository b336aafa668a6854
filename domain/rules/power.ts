import type { Level, OrgKind, Post } from "../office/org.ts";
import type { ClauseId } from "./clause.ts";
import type { Entry } from "./entry.ts";
import type {
  Body,
  CaseAct,
  CaseStage,
  Channel,
  InternalReason,
  LegAct,
  LegStage,
  Moment,
  Subject,
  Track,
} from "./vocabulary.ts";

/** A fact about a case or leg that a duty or power depends on. */
export type Condition =
  | { readonly is: "track"; readonly value: Track }
  | { readonly is: "subject"; readonly value: Subject }
  | { readonly is: "ground"; readonly value: string }
  | { readonly is: "groundNot"; readonly value: string }
  | { readonly is: "channelNot"; readonly value: Channel }
  | { readonly is: "channel"; readonly oneOf: readonly Channel[] }
  /** What a formality has last stated under this name: as it stands now, or as it stood when the happening came. */
  | { readonly is: "fact"; readonly name: string; readonly oneOf: readonly string[]; readonly asOf: "now" | "then" }
  /** What the happening itself states under this name. */
  | { readonly is: "value"; readonly name: string; readonly oneOf: readonly string[] }
  | { readonly is: "done"; readonly formality: string }
  | { readonly is: "level"; readonly body: Body; readonly oneOf: readonly Level[] }
  | { readonly is: "kind"; readonly body: Body; readonly oneOf: readonly OrgKind[] }
  /** The organisation that sent the leg stands at the level of the one that has it. */
  | { readonly is: "sentByPeer"; readonly value: boolean }
  /** Two bodies are one and the same organisation: an organ that has what it took in itself. */
  | { readonly is: "sameBody"; readonly bodies: readonly [Body, Body] }
  | { readonly is: "choice"; readonly value: "public" | "nonPublic" }
  /** How often a moment has come, on the leg or on the case as a whole; since the last such moment, where one is named. */
  | {
      readonly is: "times";
      readonly moment: Moment;
      readonly atLeast?: number;
      readonly atMost?: number;
      readonly since?: Moment;
    }
  /** A number that a formality has last stated under this name lies within these bounds. */
  | {
      readonly is: "number";
      readonly name: string;
      readonly atLeast?: number;
      readonly atMost?: number;
      readonly asOf: "now" | "then";
    }
  /** A day that a formality has last stated under this name lies before, or not before, another one or the filing. */
  | {
      readonly is: "day";
      readonly name: string;
      readonly lies: "before" | "notBefore";
      readonly than: { readonly name: string } | "filing" | "happening";
      readonly asOf: "now" | "then";
    }
  | { readonly is: "not"; readonly of: Condition }
  | { readonly is: "any"; readonly of: readonly Condition[] }
  | { readonly is: "role"; readonly value: "lead" | "assist" }
  | { readonly is: "finalAudit"; readonly value: boolean }
  | { readonly is: "auditedAt"; readonly value: Level };

/** A post in the body that a case or leg points to. */
export interface Holder {
  readonly post: Post | "petitioner" | "system";
  readonly body: Body | "anyone";
  readonly level?: Level;
  /** Only in bodies of this kind. */
  readonly kind?: OrgKind;
}

/** Who may do which act at which stage, and what must be true. */
export type Power = Entry & {
  readonly by: readonly Holder[];
  readonly guards: readonly Guard[];
} & (
    | { readonly act: CaseAct; readonly from: readonly CaseStage[] }
    | { readonly act: LegAct; readonly from: readonly LegStage[] }
  );

/** A condition on an act, with the clause that a refusal cites. */
export type Guard = { readonly clause: ClauseId } & (
  | { readonly is: "trackIsSet" }
  | { readonly is: "internalNeedsReason" }
  | { readonly is: "reasonNeedsNote"; readonly reason: InternalReason }
  | { readonly is: "subjectIsInternal"; readonly subject: Subject }
  | { readonly is: "consentForPublic" }
  | { readonly is: "choiceIsPetitioners" }
  | { readonly is: "consentNeeded" }
  | { readonly is: "changeNeedsNote" }
  | { readonly is: "wholeCaseHere" }
  | { readonly is: "bodyForSubject"; readonly subject: Subject; readonly kind: OrgKind }
  | { readonly is: "notTheAccused" }
  | { readonly is: "targetsJoined" }
  /** Whoever receives has filled the posts that the regulation requires of a unit. */
  | { readonly is: "targetsStaffed" }
  /** Only to organs of the sender's own area or of one below it, or to the bureau of one below. */
  | { readonly is: "withinArea" }
  /** While the condition holds, to bodies of this kind only. */
  | { readonly is: "onlyTo"; readonly kind: OrgKind; readonly when: Condition }
  /** While the fact stands so, the sender sets a last day. */
  | { readonly is: "lastDayGiven"; readonly when: FactIs }
  | { readonly is: "throughCountyBureau" }
  | { readonly is: "oneLead" }
  | { readonly is: "dueDateKnown" }
  | { readonly is: "windowOpen"; readonly duty: string }
  | { readonly is: "notBarred" }
  /** All of these hold; `says` is the regulation's own sentence for a refusal. */
  | { readonly is: "needs"; readonly all: readonly Condition[]; readonly says: string }
  | { readonly is: "onLeadLeg" }
  | { readonly is: "reasonAndSuggestion" }
  | { readonly is: "reasonGiven" }
  /** One of the formalities was carried out, on this leg or on the case; since the last such moment, where one is named. */
  | {
      readonly is: "formalityDone";
      readonly anyOf: readonly string[];
      readonly since?: Moment;
      readonly where?: FactIs;
      readonly when?: FactIs;
      /** On each leg of a unit that still stands. */
      readonly everyLeg?: true;
    }
  | { readonly is: "formalityNotDone"; readonly formality: string; readonly since?: Moment }
  /** Whoever carried out the formality does not do this act as well. */
  | { readonly is: "notWhoDid"; readonly formality: string }
  | { readonly is: "factGiven"; readonly names: readonly string[] }
  | ({ readonly is: "factIs"; readonly when?: FactIs } & FactIs)
  | ({ readonly is: "factIsNot"; readonly when?: FactIs } & FactIs)
  /** The petitioner has had this notice; since the last such moment, where one is named. */
  | { readonly is: "told"; readonly notice: string; readonly since?: Moment }
  /** The organisation named under the fact gets the case only after this formality was carried out. */
  | { readonly is: "namedOnlyAfter"; readonly name: string; readonly formality: string }
  | { readonly is: "overdue"; readonly duties: readonly string[] }
  | { readonly is: "beforeDue"; readonly duty: string }
  /** The window of this rule has begun, was not used yet and is not over. */
  | { readonly is: "withinWindow"; readonly duty: string }
  /** A finding under this rule stands against the leg's organisation. */
  | { readonly is: "found"; readonly rule: string }
  /** The right has not lapsed: no window of this rule has gone by unused, on any leg. */
  | { readonly is: "windowNotOver"; readonly duty: string }
  | { readonly is: "noGroup" }
  | { readonly is: "differentPersons"; readonly fields: readonly [string, string] }
  /** What is filled in under two names goes together as the regulation pairs them, or the note says why not. */
  | {
      readonly is: "pairedOrNoted";
      readonly fields: readonly [string, string];
      readonly pairs: readonly (readonly [string, string])[];
      readonly note: string;
    }
  /** While the fact stands so, the case is linked to an earlier one. */
  | { readonly is: "previousLinked"; readonly when: FactIs }
  | { readonly is: "notRated" }
  /** Every matter was answered, and the petitioner has the answer. */
  | { readonly is: "finished" }
  | { readonly is: "notConfidential" }
  /** A group names its representatives, as the setting of that name says. */
  | { readonly is: "representatives" }
  /** Parts that the reply must have while the fact stands so, whether the case is complex or not. */
  | { readonly is: "partsGivenWhen"; readonly parts: readonly ReplyPart[]; readonly when: FactIs | null }
  | { readonly is: "timelyRepliesOver"; readonly n: number }
  | { readonly is: "partsGiven"; readonly parts: readonly ReplyPart[] }
  /** Whoever writes the reply has looked at these words as they will go out. */
  | { readonly is: "previewSeen" }
  | { readonly is: "approverNotDrafter" }
  | { readonly is: "withholdAdvised" }
  | { readonly is: "addresseesOfOwnLevel"; readonly kind: OrgKind }
  | { readonly is: "auditedHere" }
  | { readonly is: "checklistAnswered"; readonly items: readonly string[] }
  | { readonly is: "checklistSays"; readonly items: readonly string[]; readonly verdict: "allYes" | "someNo" }
);

/** A fact with one of these values. */
export interface FactIs {
  readonly name: string;
  readonly oneOf: readonly string[];
}

/** A named part of a reply, 办理情况 and its kin (FZ-8.2-2). */
export interface ReplyPart {
  readonly code: string;
  readonly label: string;
}
