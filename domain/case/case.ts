import type { Instant, PlainDate } from "../calendar/plain-date.ts";
import type { Happening } from "../duty/timeline.ts";
import type { Group } from "./event.ts";
import type { OrgId, PersonId, Post } from "../office/org.ts";
import type { PackId } from "../rules/pack.ts";
import type { BreachKind, CaseStage, Channel, InternalReason, LegStage, Subject, Track } from "../rules/vocabulary.ts";

export type CaseId = string & { readonly caseId: never };

/** A token of another system that works as a person: which one, and who brought it about (nobody: the person alone). */
export interface Via {
  readonly token: string;
  readonly name: string;
  readonly by: readonly string[];
}

/** Who acts: a member of staff in one organisation, the petitioner, or the system itself. */
export type Actor =
  | {
      readonly kind: "staff";
      readonly personId: PersonId;
      readonly orgId: OrgId;
      readonly posts: readonly Post[];
      readonly via?: Via;
    }
  | { readonly kind: "petitioner" }
  | { readonly kind: "system" };

/** A unit's or county bureau's application to give a case back. */
export interface ReturnRequest {
  readonly askedAt: Instant;
  readonly reason: string;
  readonly suggested: OrgId | null;
  readonly state: "asked" | "accepted" | "refused" | "deemedRefused";
}

/** The latest reply that a unit wrote on its leg. */
export interface ReplyDraft {
  readonly version: number;
  readonly draftedBy: PersonId | null;
  readonly advisesWithholding: boolean;
}

/** One stretch of the way of a matter: in the hands of one organisation, from receipt to release. */
export interface Leg {
  readonly id: string;
  readonly matterId: string;
  readonly kind: "bureau" | "unit";
  readonly role: "lead" | "assist";
  readonly orgId: OrgId;
  readonly sender: OrgId;
  /** The county bureau's leg that this one was opened from. */
  readonly parentId: string | null;
  readonly stage: LegStage;
  /** Stage to which a refused return leads back. */
  readonly resume: LegStage | null;
  readonly openedAt: Instant;
  readonly viewedAt: Instant | null;
  readonly submittedToLeaderAt: Instant | null;
  readonly returnRequest: ReturnRequest | null;
  readonly draft: ReplyDraft | null;
  readonly inRework: boolean;
  /** Inputs asked of this assisting leg that have not come. */
  readonly inputsOpen: number;
  readonly overdue: BreachKind | null;
}

/** One problem of a case, with its own unit, terms and reply (FZ-8.7-1); most cases have one. */
export interface Matter {
  readonly id: string;
  readonly title: string | null;
  readonly stage: "unassigned" | "inHand" | "passed" | "delivered";
  /** The petitioner has the answer, though it may still be under audit. */
  readonly told: boolean;
  readonly leadLegId: string | null;
  readonly publication: "none" | "published" | "withheld" | "takenDown";
}

/** A case as its events have made it. Everything the engine decides on stands here; words and files do not. */
export interface Case {
  readonly id: CaseId;
  /** Number of events so far; the version that a write expects. */
  readonly version: number;
  readonly stage: CaseStage;
  readonly packId: PackId;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly intake: OrgId | null;
  readonly topBureau: OrgId | null;
  readonly choice: "public" | "nonPublic";
  readonly consentedOn: PlainDate | null;
  readonly track: Track | null;
  readonly internalReason: InternalReason | null;
  readonly subject: Subject;
  readonly accused: OrgId | null;
  readonly complex: boolean;
  readonly finalAudit: boolean;
  readonly finalAuditSince: Instant | null;
  /** Every track that was set, with the moment: terms and notices follow the one in force when they began. */
  readonly trackLog: readonly { readonly track: Track; readonly at: Instant; readonly after: number }[];
  readonly ground: string | null;
  readonly repeatOf: CaseId | null;
  /** The case that this one is handled together with; absent in what was stored before there was joining. */
  readonly joinedTo?: CaseId | null;
  readonly matters: readonly Matter[];
  readonly legs: readonly Leg[];
  /** The case is not over before the result was reported on each lead leg; `reported` are those on which it was. */
  readonly reportOwed?: boolean;
  readonly reported?: readonly string[];
  /** Organisations whose return of this case was refused; they may not ask again (FZ-8.3-3). */
  readonly barred: readonly OrgId[];
  /** Duties whose breach has been recorded. */
  readonly breached: readonly string[];
  /** Terms that are over with consequences of their own, by duty; absent in what was stored before there were any. */
  readonly lapsed?: readonly string[];
  /** Notices that have reached the petitioner, as `noticeId/legId`. */
  readonly served: readonly string[];
  /** Documents in which the case was sent up to leaders (FZ-8.8). */
  readonly escalations: readonly string[];
  readonly rated: boolean;
  /** Persons who have withdrawn, or were withdrawn, from the case. */
  readonly recused: readonly PersonId[];
  readonly group: Group | null;
  /** As a formality has marked it; null while none has. */
  readonly urgent: boolean | null;
  readonly happenings: readonly Happening[];
}

/** A case before anything happened to it. */
export function unfiled(id: CaseId, packId: PackId, now: Instant): Case {
  return {
    id,
    version: 0,
    stage: "unfiled",
    packId,
    channel: "web",
    receivedAt: now,
    intake: null,
    topBureau: null,
    choice: "public",
    consentedOn: null,
    track: null,
    internalReason: null,
    subject: "ordinary",
    accused: null,
    complex: false,
    finalAudit: false,
    finalAuditSince: null,
    trackLog: [],
    ground: null,
    repeatOf: null,
    joinedTo: null,
    matters: [],
    legs: [],
    barred: [],
    breached: [],
    served: [],
    escalations: [],
    rated: false,
    recused: [],
    group: null,
    urgent: null,
    happenings: [],
  };
}
