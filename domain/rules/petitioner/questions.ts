import type { Pack } from "../pack.ts";
import type { Subject } from "../vocabulary.ts";

/** A question to whoever brings a matter of one kind, on top of what everybody is asked. */
export interface Question {
  /** Names the field in forms and in the API. */
  readonly name: string;
  /** What is asked for, as it stands before the answer: 「路灯编号」. */
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  /** Whether 「不清楚」 is an answer. */
  readonly unclear: boolean;
  /** The answers there are; without them anything may be written. */
  readonly choices?: readonly string[];
}

/** What a regulation asks on top about matters of this kind. */
export function questionsAsked(pack: Pack, subject: Subject): readonly Question[] {
  return pack.settings.kinds.value.find(({ code }) => code === subject)?.questions ?? [];
}
