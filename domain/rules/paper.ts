import type { Post } from "../office/org.ts";
import type { Entry } from "./entry.ts";
import type { Condition, Holder } from "./power.ts";
import type { CaseStage, LegStage } from "./vocabulary.ts";

/** How a paper is set: as an official document (GB/T 9704), as a notice to a citizen, or as a form of ruled rows. */
export const paperLayouts = ["official", "notice", "table"] as const;
export type PaperLayout = (typeof paperLayouts)[number];

/** Whom a paper is addressed to, or copied to. */
export const addressees = ["petitioner", "units", "superior", "petitionerAndUnits"] as const;
export type Addressee = (typeof addressees)[number];

/** Facts of a case that a paper may print, by name. `today` is the day on which it is made. */
export const plainSources = [
  "caseNumber",
  "title",
  "channel",
  "petitionerName",
  "petitionerPhone",
  "petitionerAddress",
  "publicChoice",
  "receivedOn",
  "content",
  "claim",
  "place",
  "files",
  "kind",
  "track",
  "intakeOrgan",
  "sendingOrgan",
  "handlingOrgan",
  "units",
  "dispatchNote",
  "dispatcher",
  "dispatchedOn",
  "replyText",
  "replyOn",
  "handler",
  "approver",
  "auditor",
  "responsible",
  "rating",
  "organ",
  "maker",
  "today",
  "queryPage",
  "regulation",
  "regulationTitle",
] as const;
export type PlainSource = (typeof plainSources)[number];

/** Where what is printed comes from. */
export type Source =
  | PlainSource
  /** The last day of the newest duty of this rule, on the leg or the case. */
  | { readonly duty: string }
  /** A named part of the leg's reply, by its code. */
  | { readonly replyPart: string }
  /** Of the ground on which a case was not taken up; `clause` with the short name of the regulation, `article` without. */
  | { readonly ground: "reason" | "clause" | "article" | "fields" | "wayOn" }
  /** The extension of a duty: the days from its rule, reason and approver from the formality that grants it. */
  | { readonly extension: "oldDay" | "newDay"; readonly duty: string }
  /** The value of a field when this formality was last done. */
  | { readonly formality: string; readonly field: string }
  /** Who did this formality last, and on which day. */
  | { readonly formality: string; readonly said: "by" | "on" | "times" }
  /** Fixed words; `{names}` are plain sources, or stand in `with`. */
  | { readonly words: string; readonly with?: Readonly<Record<string, Source>> }
  /** What whoever makes the paper writes into it, under this name. */
  | { readonly written: string }
  /** Room to be filled in by hand: a signature, a seal, an instruction. */
  | "blank";

/**
 * How a part stands on the page: `row` half a line of the grid, `wide` a whole line, `band` a strip that heads what
 * follows, `section` a heading with its text below, `text` paragraphs without a heading.
 */
export type PartShape = "row" | "wide" | "band" | "section" | "text";

/** One thing that a paper says. */
export interface PaperPart {
  readonly label: string;
  readonly from: Source;
  /** `row` when left out. */
  readonly as?: PartShape;
  /** The paper cannot be made without it. */
  readonly required?: true;
}

/** A form that a regulation names: who makes it when, what stands in it, how it is numbered and to whom it goes. */
export type PaperKind = Entry & {
  /** The number of the form in the list of forms, `F-04`; null for one that stands in no list. */
  readonly code: string | null;
  /** What the paper is called in lists. */
  readonly title: string;
  /** What is printed as its title, where that names the matter: `关于{title}的答复意见`. */
  readonly heading?: string;
  readonly layout: PaperLayout;
  readonly by: readonly Holder[];
  readonly when: readonly Condition[];
  /** The word of its number, `{organ}信访`; numbered by organ and year. Null: without a number. */
  readonly numberWord: string | null;
  /** Whose name stands under it (签发人); null where nobody signs by name. */
  readonly signedBy: Post | null;
  readonly to: Addressee | null;
  readonly copyTo?: Addressee;
  readonly parts: readonly PaperPart[];
  /** False: the regulation names the form, and its text is missing; the paper says so. */
  readonly supplied: boolean;
} & (
    | { readonly of: "case" /** Empty: at every stage. */; readonly at: readonly CaseStage[] }
    | { readonly of: "leg"; readonly at: readonly LegStage[] }
  );
