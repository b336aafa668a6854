import type { BarringDecision } from "../barring/decisions.ts";
import type { Instant, PlainDate } from "../calendar/plain-date.ts";
import type { OrgId, PersonId, Post } from "../office/org.ts";
import type { Values } from "../rules/formality.ts";
import type { PackId } from "../rules/pack.ts";
import type { BreachKind, Channel, InternalReason, Judgement, Subject, Track, Verdict } from "../rules/vocabulary.ts";
import type { CaseId, Via } from "./case.ts";

/** Under which post somebody acted; frozen with the event. */
export type Signature =
  | {
      readonly kind: "staff";
      readonly personId: PersonId;
      readonly orgId: OrgId;
      readonly post: Post;
      readonly standsInFor: PersonId | null;
      /** The token through which it was done, where it was not the person at the desk. */
      readonly via?: Via;
    }
  | { readonly kind: "petitioner" }
  | { readonly kind: "system" };

/** A person who answered for a step on the day it happened (FZ-10-2). */
export interface Responsible {
  readonly personId: PersonId;
  readonly post: Post;
}

/** Petitioners who bring one matter together. */
export interface Group {
  readonly persons: number;
  readonly representatives: number;
}

/** What a reply says to one claim of the petitioner: the claim by its place in the list (from 1), verdict and words. */
export interface ClaimAnswer {
  readonly n: number;
  readonly verdict: Verdict;
  readonly text: string;
}

/** What the organ promises in a reply: what will be done, by whom, until which day. */
export interface Promised {
  readonly what: string;
  readonly who: string;
  readonly by: PlainDate;
}

/** What an audit asks of a reply: every item yes or no. */
export type Checklist = Readonly<Record<string, boolean>>;

/** The data of every event, by type. Past tense; append-only; never reinterpreted. */
export interface EventData {
  caseReceived: {
    readonly packId: PackId;
    /** SHA-256 of the regulation's text on the day; absent where no server had read it. */
    readonly packSha256?: string;
    readonly channel: Channel;
    readonly receivedAt: Instant;
    readonly intake: OrgId;
    readonly choice: "public" | "nonPublic";
    readonly subject: Subject;
    readonly accused: OrgId | null;
    /** SHA-256 of the words as they came in; the words stand beside the log so that they can be erased lawfully. */
    readonly contentHash: string;
    /** How many came together, and how many speak for them. */
    readonly group?: Group | null;
  };
  /** Answered in another system before this one was set up: kept as history, owes nothing, counts in no rate. */
  caseImported: {
    readonly packId: PackId;
    readonly channel: Channel;
    readonly receivedAt: Instant;
    readonly intake: OrgId;
    readonly topBureau: OrgId;
    readonly choice: "public" | "nonPublic";
    readonly subject: Subject;
    readonly contentHash: string;
    /** Where it comes from, and its number there. */
    readonly source: string;
    readonly sourceId: string;
    readonly answer: string;
    readonly answeredOn: PlainDate;
  };
  handedOver: { readonly to: OrgId };
  classified: {
    readonly track: Track;
    readonly internalReason: InternalReason | null;
    readonly reasonNote: string | null;
    readonly subject: Subject;
    readonly accused: OrgId | null;
    readonly complex: boolean;
    readonly previousTrack: Track | null;
  };
  consentRecorded: { readonly on: PlainDate; readonly how: string };
  refused: {
    readonly ground: string;
    readonly fields: Readonly<Record<string, string>>;
    /** Left out where the case was refused outright. */
    readonly outcome?: "sentElsewhere" | "noLongerAccepted";
  };
  repeatLinked: { readonly previous: CaseId };
  /** Handled together with another case from now on, until it is separated. */
  joined: { readonly to: CaseId; readonly number: string };
  separated: { readonly reason: string };
  repeatDeclined: { readonly timelyReplies: number; readonly lastReply: CaseId };
  matterNamed: { readonly matterId: string; readonly title: string; readonly text: string | null };
  legOpened: {
    readonly legId: string;
    readonly matterId: string;
    readonly kind: "bureau" | "unit";
    readonly role: "lead" | "assist";
    readonly orgId: OrgId;
    readonly sender: OrgId;
    readonly parentId: string | null;
    readonly note: string | null;
    readonly responsible: readonly Responsible[];
    /** The last day that the sender has set. */
    readonly by?: PlainDate;
  };
  finalAuditFlagged: { readonly reason: string };
  viewed: { readonly legId: string };
  submittedToLeader: { readonly legId: string; readonly note: string | null };
  leaderDirected: { readonly legId: string; readonly note: string };
  inputAsked: { readonly legId: string; readonly by: PlainDate; readonly text: string };
  inputGiven: { readonly legId: string; readonly text: string };
  returnAsked: { readonly legId: string; readonly reason: string; readonly suggested: OrgId | null };
  /** The sender has taken the leg back, without its organisation having asked. */
  legRecalled: { readonly legId: string; readonly reason: string };
  returnAccepted: { readonly legId: string; readonly note: string | null };
  returnRefused: { readonly legId: string; readonly reason: string | null; readonly deemed: boolean };
  replyDrafted: {
    readonly legId: string;
    readonly version: number;
    readonly text: string;
    readonly parts: Readonly<Record<string, string>>;
    readonly internalOpinion: string | null;
    readonly advisesWithholding: boolean;
    readonly adviceReason: string | null;
    readonly files?: readonly string[];
    /** One verdict for each claim; left out where the reply speaks to the matter as a whole. */
    readonly claims?: readonly ClaimAnswer[];
    readonly promises?: readonly Promised[];
    readonly why?: string | null | undefined;
    readonly previewed?: true;
  };
  draftRejected: { readonly legId: string; readonly version: number; readonly reason: string };
  replySubmitted: { readonly legId: string; readonly version: number; readonly auditing: OrgId };
  reworkOrdered: {
    readonly legId: string;
    readonly version: number;
    readonly checklist: Checklist;
    readonly reason: string;
  };
  auditPassed: { readonly legId: string; readonly version: number; readonly checklist: Checklist };
  published: {
    readonly matterId: string;
    /** What was decided on passages of the published words; places only, the words stand beside the log. */
    readonly barring?: readonly BarringDecision[];
  };
  withheld: {
    readonly matterId: string;
    readonly why: "internal" | "advised" | "petitioner";
    readonly reason: string | null;
  };
  takenDown: { readonly matterId: string; readonly reason: string };
  delivered: {
    readonly notice: string;
    readonly legId: string | null;
    readonly channel: Channel;
    readonly feedback: boolean;
    readonly result: string | null;
  };
  dutyBreached: {
    readonly dutyId: string;
    readonly rule: string;
    readonly legId: string | null;
    readonly orgId: OrgId;
    readonly kind: BreachKind;
    readonly on: PlainDate;
    readonly responsible: readonly Responsible[];
  };
  /** The duty behind a recorded breach is not asked any more, or was not late under what is known now (HZ-6.1.1). */
  breachWithdrawn: {
    readonly dutyId: string;
    readonly rule: string;
    readonly legId: string | null;
    readonly reason: "notAsked" | "notLate";
  };
  /** A term is over, nobody has done what was owed, and the regulation lets something follow by itself. */
  termLapsed: { readonly dutyId: string; readonly rule: string; readonly legId: string | null };
  overdueChanged: { readonly legId: string; readonly kind: BreachKind; readonly on: PlainDate };
  corrected: {
    readonly field: string;
    readonly from: string | null;
    readonly to: string | null;
    /** Why, where the correction changes the order in which cases are handled. */
    readonly reason?: string;
  };
  /** `judgement`: what is decided about a dissatisfied petitioner, the text is its reason. */
  noted: { readonly text: string; readonly judgement?: Judgement };
  supplemented: { readonly text: string; readonly files: number; readonly withdraws?: true };
  rated: { readonly grade: string; readonly comment: string | null };
  escalated: { readonly escalationId: string; readonly to: OrgId; readonly copyTo: OrgId };
  instructionRecorded: { readonly escalationId: string; readonly text: string };
  formalityDone: { readonly formality: string; readonly legId: string | null; readonly values: Values };
  termExtended: { readonly legId: string; readonly days: number };
  referenceClosed: { readonly legId: string };
  replyReopened: { readonly legId: string };
  recused: { readonly personId: PersonId };
  archived: Record<never, never>;
  reportAsked: { readonly owed: boolean };
  resultReported: { readonly legId: string };
  secrecyAsked: Record<never, never>;
  urgencyMarked: { readonly urgent: boolean };
}

export type EventType = keyof EventData;

/** One thing that happened to a case. */
export type CaseEvent = {
  [T in EventType]: { readonly type: T; readonly at: Instant; readonly by: Signature; readonly data: EventData[T] };
}[EventType];

/** What a decision yields before time and signature are put on it. */
export type Deed = { [T in EventType]: { readonly type: T; readonly data: EventData[T] } }[EventType];

/** Writes down a deed. */
export function deed<T extends EventType>(type: T, data: EventData[T]): Deed {
  return { type, data } as Deed;
}
