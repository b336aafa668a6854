import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { FormalityField } from "../../../domain/rules/formality.ts";
import type { Told } from "../../../domain/words/moment-words.ts";

/** In whose hands a part of the case is, since when, until when, and why. */
export interface PartView {
  readonly title: string | null;
  readonly state: string;
  readonly holder: string | null;
  readonly since: string | null;
  readonly due: string | null;
  readonly dueTitle: string;
  /** After this step the bureau audits. */
  /** Who audits the answer before it is given; null where nobody does, or only afterwards. */
  readonly thenAudit: string | null;
  readonly left: number | null;
  readonly over: number | null;
  readonly overdue: boolean;
  readonly gap: number | null;
  readonly article: string | null;
  readonly explanation: Told | null;
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
  readonly open: boolean;
  readonly receivedAt: Instant;
  readonly content: string;
  readonly claim: string | null;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly parts: readonly PartView[];
  readonly replies: readonly {
    readonly unit: string;
    readonly text: string;
    /** When it was released, in words; a day alone where an earlier system noted no time. */
    readonly answered: string;
    readonly files: readonly { readonly id: string; readonly name: string }[];
  }[];
  readonly refusal: {
    readonly reason: string;
    readonly rule: string;
    readonly wayOn: string | null;
    readonly by: string;
    readonly on: string;
  } | null;
  readonly pointedTo: string | null;
  readonly steps: readonly { readonly at: Instant; readonly text: string }[];
  readonly ratings: readonly { readonly value: string; readonly label: string }[] | null;
  readonly maySupplement: boolean;
  /** Steps of the regulation that the petitioner may take now. */
  readonly formalities: readonly OwnFormality[];
}
