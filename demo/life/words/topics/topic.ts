import type { Subject, Verdict } from "../../../../domain/rules/vocabulary.ts";

/** What somebody asks for, and what a unit finds, does and says about just that. Blanks: {place}, {n}, {day}. */
export interface Question {
  /** The heading after the place: 「{place}路灯不亮」. */
  readonly title: string;
  readonly tells: string;
  /** What is asked for, one to a line; null where the telling says it all. */
  readonly claim: string | null;
  /** What was found on the spot or in the files. */
  readonly found: string;
  /** What has been done about it; one piece for each claim, set apart by a stroke. */
  readonly done: string;
  /** What the reply says to the claims, each with the same verdict. */
  readonly verdict: Verdict;
  /** What remains to be done, and in how many days; null where nothing remains. */
  readonly promise: { readonly what: string; readonly days: number } | null;
}

/** What a petitioner's message is for; the regulations name these kinds in their own words. */
export type Aim = "complaint" | "suggestion" | "enquiry" | "helpRequest";

/** Something that people write about: under whose duties it falls, how it is called, what is asked and answered. */
export interface Topic {
  readonly id: string;
  readonly subject: Subject;
  /** The category under which it is counted. */
  readonly category: string;
  readonly aim: Aim;
  /** Words in the duties of a unit that this falls under, the most telling one first. */
  readonly words: readonly string[];
  /** The rule that the unit explains, in a sentence. */
  readonly policy: string;
  readonly questions: readonly Question[];
}

/** A question in one line of a table. */
export function question(
  title: string,
  tells: string,
  claim: string | null,
  found: string,
  done: string,
  verdict: Verdict = "supported",
  promise: Question["promise"] = null,
): Question {
  return { title, tells, claim, found, done, verdict, promise };
}
