import type { Instant, PlainDate } from "../../domain/calendar/plain-date.ts";
import type { CaseId } from "../../domain/case/case.ts";
import type { OrgId } from "../../domain/office/org.ts";
import type { ExplainedRefusal } from "../../domain/rules/explain.ts";
import type { AnswerFault, Answers } from "../../domain/fields/answers.ts";
import type { Channel, Subject } from "../../domain/rules/vocabulary.ts";
import type { PetitionerData } from "./petitioner.ts";

/** What a citizen or an operator for one brings in. */
export interface Filing {
  readonly region: string;
  readonly channel: Channel;
  readonly receivedAt: Instant | null;
  readonly subject: Subject;
  readonly choice: "public" | "nonPublic";
  readonly title: string | null;
  readonly content: string;
  readonly claim: string | null;
  readonly areaId: string | null;
  readonly place: string | null;
  readonly urgent: boolean;
  readonly petitioner: PetitionerData;
  /** What the regulation asks about matters of this kind, by the name of the question, as it was typed. */
  readonly answers?: Answers;
  /** Draft whose files belong to the case. */
  readonly draft: Buffer | null;
  /** Where it was imported from, so that it comes in only once. */
  readonly source: { readonly name: string; readonly id: string } | null;
}

export interface Filed {
  readonly caseId: CaseId;
  readonly number: string;
  /** Ten digits, shown once. */
  readonly code: string;
  readonly next: { readonly owner: OrgId | null; readonly due: string | null; readonly rule: string } | null;
}

export type FilingOutcome =
  | { readonly filed: Filed }
  | { readonly refused: ExplainedRefusal }
  /** Filed before under the same mark, with other words: these were not taken. */
  | { readonly filedBefore: Filed }
  /** What the regulation asks about such a matter was not answered. */
  | { readonly unanswered: Readonly<Record<string, AnswerFault>> }
  | { readonly known: true }
  /** No regulation of this jurisdiction was in force on that day. */
  | { readonly noRegulation: PlainDate };

/** An answer that another system gave before this one was set up. */
export interface OldAnswer {
  readonly text: string;
  readonly on: PlainDate;
}
