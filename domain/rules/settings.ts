import type { Level, OrgKind, Post } from "../office/org.ts";
import type { ClauseId } from "./clause.ts";
import type { Question } from "./petitioner/questions.ts";
import type { Channel, Subject } from "./vocabulary.ts";

/** A single value of the regulation that is no ground, power, duty or measure; null where the text is silent. */
export interface Setting<T> {
  readonly value: T;
  readonly clause: ClauseId;
  /** Further clauses that the setting also serves. */
  readonly serves?: readonly ClauseId[];
  readonly words: string;
  /** The value is ours, the regulation only names the thing. */
  readonly reconstructed?: true;
}

/** How the regulation names things. */
export interface Terms {
  readonly platform: string;
  readonly petitioner: string;
  readonly case: string;
  readonly bureau: string;
  readonly handlingUnit: string;
  readonly dispatch: string;
  readonly reply: string;
  readonly supervision: string;
  readonly circular: string;
  /** How the regulation is cited to people, 「《办法》」. */
  readonly citation: string;
  /** First letters of a case number, `FZ`. */
  readonly numberPrefix: string;
}

/** A body by its kind and the level at which it stands. */
export interface Place {
  readonly kind: OrgKind;
  readonly level: Level;
}

/** Whether something about the petitioner has to be told: `oneOf` at least one of those so marked, which is what reaches them. */
export type Need = "required" | "oneOf" | "optional" | "notAsked";

/** What the regulation asks of whoever files; null wherever its text is silent. */
export interface ContactAsked {
  /** Whether a matter may be raised without a name. */
  readonly anonymous: boolean | null;
  readonly phone: Need | null;
  readonly email: Need | null;
  readonly address: Need | null;
  readonly idNumber: Need | null;
}

export interface Settings {
  /** Where cases come in, and the body that decides on them; both may be the same. */
  readonly places: Setting<{
    readonly intake: Place;
    readonly top: Place;
    /** Every organ is a seat of its own: whoever registers a case decides on it, at whatever level. */
    readonly byReceiver?: true;
  }>;
  /** Who audits a reply before it is final: the bureau of the unit's level, the sender, the top body, or nobody. */
  readonly auditedBy: Setting<"peerBureau" | "sender" | "top" | null>;
  /** The kind of body that supervises the organisations below it. */
  readonly supervisedBy: Setting<OrgKind>;
  /** Whether a case is sorted into tracks, one of them internal. */
  readonly tracks: Setting<boolean>;
  /** An answer is published once it is passed, by an act of its own, or not at all. */
  readonly publication: Setting<"onPass" | "byAct" | "none">;
  /** The day of the month on which the month of statistics begins; null: the calendar month. */
  readonly statisticalMonth: Setting<{ readonly startDay: number } | null>;
  /**
   * Whether a term in calendar days that would end on a rest day ends on the first working day after it. Null where
   * the text is silent: the term then ends on the day that the count gives.
   */
  readonly calendarTermRollsForward: Setting<boolean | null>;
  /** Ways in that the text names; `others`: what it leaves room for (「等多种方式」), as the house offers it. */
  readonly channels: Setting<readonly Channel[]> & { readonly others?: readonly Channel[] };
  /**
   * From how many people on, who come together on one of these channels, they choose representatives, and at most how
   * many. Null where the text sets no limit: any number of names may then stand under a case.
   */
  readonly representatives: Setting<Representatives | null>;
  readonly kinds: Setting<readonly Kind[]>;
  /** What is asked about the petitioner; what the text leaves open, the platform asks as `contactAsked` says. */
  readonly contact: Setting<ContactAsked>;
  readonly contentLength: Setting<{ readonly min: number; readonly max: number }>;
  readonly emergencyNumbers: Setting<readonly { readonly number: string; readonly label: string }[]>;
  readonly emergencyWords: Setting<readonly string[]>;
  readonly dailyChecker: Setting<boolean>;
  /** Posts without which a unit may not be in the system (FZ-8.1-1, FZ-10-1). */
  readonly requiredPosts: Setting<readonly RequiredPost[]>;
  readonly changeReports: Setting<readonly ChangeReport[]>;
  /** Whether the public is shown how many of those who rated were satisfied; left out where the text is silent. */
  readonly satisfactionShown?: Setting<boolean>;
  /** The grades of a rating; `counts` ones make the rate of satisfaction. Null: no rating is asked. */
  readonly ratings: Setting<
    readonly { readonly code: string; readonly label: string; readonly counts: boolean }[] | null
  >;
}

/** Representatives of a group: of `from` people and more on one of the channels at least one is named and at most `most`. */
export interface Representatives {
  readonly from: number;
  readonly most: number;
  readonly channels: readonly Channel[];
}

/** One of the answers to what a matter is: which way it takes, and what is asked on top of what everybody is asked. */
export interface Kind {
  readonly code: Subject;
  readonly label: string;
  readonly hint: string;
  readonly questions?: readonly Question[];
}

/** A post that must be filled, and the clause that says so. */
export interface RequiredPost {
  readonly post: Post;
  readonly clause: ClauseId;
}

/** Where a change of persons is reported: kind of body, level, and as main addressee or copy (FZ-10-3, FZ-10-4). */
export interface ChangeReport {
  readonly unitLevel: Level;
  readonly to: OrgKind;
  readonly atLevel: Level;
  readonly as: "report" | "copy";
}
