import type { Instant, PlainDate } from "../calendar/plain-date.ts";
import type { MatterBarring } from "../barring/decisions.ts";
import type { OrgId } from "../office/org.ts";
import type { Act, Channel, InternalReason, Judgement, Subject, Track } from "../rules/vocabulary.ts";
import type { CaseId } from "./case.ts";
import type { Values } from "../rules/formality.ts";
import type { Checklist, ClaimAnswer, Group, Promised } from "./event.ts";

/** How a case comes in. */
export interface FilingInput {
  readonly channel: Channel;
  /** When the words reached the office; equal to now for what comes in by itself. */
  readonly receivedAt: Instant;
  readonly choice: "public" | "nonPublic";
  readonly subject: Subject;
  readonly accused: OrgId | null;
  readonly contentHash: string;
  readonly group?: Group | null;
  /** The body that takes the case in, and the bureau that it belongs to. */
  readonly intake: OrgId;
  readonly topBureau: OrgId;
}

export interface Classification {
  readonly track: Track;
  readonly internalReason: InternalReason | null;
  readonly reasonNote: string | null;
  readonly subject: Subject;
  readonly accused: OrgId | null;
  readonly complex: boolean;
}

export interface Target {
  readonly orgId: OrgId;
  readonly role: "lead" | "assist";
}

/** One matter to send: an existing one by its id, or a new part with a title. */
export interface MatterTargets {
  readonly matterId: string | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly targets: readonly Target[];
  readonly note: string | null;
  /** A last day that the sender, or the body above it, has set. */
  readonly by?: PlainDate | null | undefined;
}

/** What every act needs to be told, by act. */
export interface Inputs {
  file: FilingInput;
  register: FilingInput;
  handOver: Record<never, never>;
  /** `told`: how the caller has been told of it already, in the same call. */
  refuse: {
    readonly ground: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly told?: string | null;
  };
  classify: Classification;
  recordConsent: { readonly on: PlainDate; readonly how: string };
  linkRepeat: { readonly previous: CaseId };
  declineRepeat: Record<never, never>;
  /** `otherWhy`: why not the unit that was proposed; kept beside the proposal, not in the case. */
  dispatch: {
    readonly classification: Classification | null;
    readonly matters: readonly MatterTargets[];
    readonly otherWhy?: string | null | undefined;
  };
  flagFinalAudit: { readonly reason: string };
  recordDelivery: {
    readonly notice: string;
    readonly legId: string | null;
    readonly channel: Channel;
    readonly result: string | null;
  };
  escalate: {
    readonly escalationId: string;
    readonly to: OrgId;
    readonly copyTo: OrgId;
  };
  recordInstruction: { readonly escalationId: string; readonly text: string };
  takeDown: { readonly matterId: string; readonly reason: string };
  correct: {
    readonly field: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly reason?: string;
  };
  /** `judgement`: the decision about a dissatisfied petitioner that the text gives the reason for. */
  note: { readonly text: string; readonly judgement?: Judgement | null };
  /** `withdraws`: what is added is the wish that the case be taken back. */
  supplement: { readonly text: string; readonly files: number; readonly withdraws?: true };
  rate: { readonly grade: string; readonly comment: string | null };
  carryOut: Carrying;
  carryOutOnLeg: Carrying;
  dispatchOn: {
    readonly targets: readonly Target[];
    readonly note: string | null;
    readonly otherWhy?: string | null | undefined;
  };
  askBureauReturn: ReturnInput;
  acceptBureauReturn: { readonly note: string | null };
  refuseBureauReturn: { readonly reason: string | null; readonly deemed?: boolean };
  view: Record<never, never>;
  submitToLeader: { readonly note: string | null };
  direct: { readonly note: string };
  askInput: { readonly assistLegId: string; readonly by: PlainDate; readonly text: string };
  giveInput: { readonly text: string };
  askReturn: ReturnInput;
  acceptReturn: { readonly note: string | null };
  refuseReturn: { readonly reason: string };
  draftReply: {
    readonly text: string;
    readonly parts: Readonly<Record<string, string>>;
    readonly internalOpinion: string | null;
    readonly advisesWithholding: boolean;
    readonly adviceReason: string | null;
    /** Ids of the unit's files that go to the petitioner with the answer. */
    readonly files?: readonly string[];
    /** One verdict for each claim; left out where the reply speaks to the matter as a whole. */
    readonly claims?: readonly ClaimAnswer[];
    readonly promises?: readonly Promised[];
    /** Why it is the answer to this case although it is like another one, or names what the question does not. */
    readonly why?: string | null | undefined;
    /** These very words were looked at as they will go out. */
    readonly previewed?: true;
  };
  rejectDraft: { readonly reason: string };
  approveReply: Publishing;
  failAudit: { readonly checklist: Checklist; readonly reason: string };
  passAudit: Publishing & { readonly checklist: Checklist; readonly withhold: boolean; readonly reason: string | null };
}

/** An act that may put an answer before the public. */
export interface Publishing {
  /** What was decided on passages that may tell who somebody is. */
  readonly barring?: readonly MatterBarring[];
}

/** A formality of the pack, filled in. */
export interface Carrying extends Publishing {
  readonly formality: string;
  readonly values: Values;
}

export interface ReturnInput {
  readonly reason: string;
  readonly suggested: OrgId | null;
}

/** An order to do an act; `legId` names the leg for acts upon one. */
export type Command<A extends Act = Act> = {
  [K in A]: { readonly act: K; readonly legId: string | null; readonly input: Inputs[K] };
}[A];
