import type { zh } from "../../words/zh.ts";
import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { FormalityField } from "../../../domain/rules/formality.ts";
import type { Told } from "../../../domain/words/moment-words.ts";

/** A stretch of time as the term is counted: working days, or days of the calendar. */
export interface Span {
  readonly n: number;
  readonly unit: "workingDay" | "calendarDay";
}

/** In whose hands a part of the case is, since when, until when, and why. */
export interface PartView {
  readonly title: string | null;
  readonly state: string;
  readonly holder: string | null;
  readonly since: string | null;
  readonly due: string | null;
  /** The moment on that day at which a term by the clock is over. */
  readonly dueAt: Instant | null;
  /** Of a term by the clock, the minutes that are left; negative once it is over. */
  readonly minutes: number | null;
  /** What is owed until then. */
  readonly owed: string;
  /** Who audits the answer before it is given; null where nobody does, or only afterwards. */
  readonly thenAudit: string | null;
  readonly left: Span | null;
  readonly over: Span | null;
  readonly overdue: boolean;
  /** What was done about it: urging with its day, or that the lateness is on record. */
  readonly done: string;
  readonly extension: {
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly reason: string;
    readonly by: string;
  } | null;
  readonly gap: number | null;
  readonly article: string | null;
  readonly explanation: Told | null;
}

/** An answer as it stands on the page. */
export interface AnswerView {
  readonly title: string;
  /** When it was released, in words; a day alone where an earlier system noted no time. */
  readonly answered: string;
  readonly claims: readonly {
    readonly n: number;
    readonly claim: string;
    readonly verdict: string;
    readonly text: string;
  }[];
  readonly text: string;
  readonly promises: readonly { readonly what: string; readonly who: string; readonly by: PlainDate }[];
  readonly files: readonly FileView[];
  /** Whom to ask about it; null where no telephone is known. */
  readonly contact: { readonly unit: string; readonly phone: string } | null;
  /** A newer answer of the same unit has taken its place. */
  readonly replaced: boolean;
  /** It corrects one that stands below it. */
  readonly corrects: boolean;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
}

/** Why a case was not taken up, and where to go instead. */
export interface RefusalView {
  readonly outcome: keyof typeof zh.case.refused;
  readonly reason: string;
  readonly fact: string | null;
  readonly rule: string;
  readonly wayOn: string | null;
  readonly organ: { readonly name: string; readonly phone: string | null; readonly address: string | null } | null;
  readonly by: string;
  readonly on: string;
}

/** A way to go on that the petitioner has, with its last day. */
export interface RemedyView {
  readonly own: OwnFormality;
  readonly due: string | null;
  readonly dueAt: Instant | null;
  readonly left: number | null;
  /** To which organ; null where the regulation leaves it open. */
  readonly organ: string | null;
}

/** A step that is the petitioner's own to take: an application, an objection. */
export interface OwnFormality {
  readonly id: string;
  readonly legId: string | null;
  readonly label: string;
  readonly words: string;
  readonly article: string;
  /** Organs that the system has found, each with what it does in this step. */
  readonly found: readonly { readonly label: string; readonly organ: string }[];
  readonly fields: readonly FormalityField[];
}

export interface CaseView {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly receivedAt: Instant;
  readonly content: string;
  readonly claim: string | null;
  readonly files: readonly FileView[];
  readonly parts: readonly PartView[];
  readonly answers: readonly AnswerView[];
  readonly refusal: RefusalView | null;
  readonly pointedTo: string | null;
  readonly steps: readonly { readonly at: Instant; readonly text: string }[];
  readonly ratings: readonly { readonly value: string; readonly label: string }[] | null;
  /** What follows from the rating that was given; null where none was. */
  readonly rated: string | null;
  readonly supplements: readonly { readonly at: Instant; readonly text: string; readonly files: readonly FileView[] }[];
  readonly maySupplement: boolean;
  /** What the petitioner was asked to add and has not added yet. */
  readonly asked: { readonly what: string; readonly why: string | null; readonly by: string | null } | null;
  /** No more can be added: the number for one case is reached. */
  readonly supplementsFull: boolean;
  readonly remedies: readonly RemedyView[];
  readonly phone: string;
  readonly hours: string;
  /** Steps of the regulation that the petitioner may take now. */
  readonly formalities: readonly OwnFormality[];
}
