import type { PlainDate } from "../calendar/plain-date.ts";
import type { DayTerm, Term } from "../calendar/term.ts";
import type { Holding, Org, Post } from "../office/org.ts";
import type { Clause, ClauseId } from "./clause.ts";
import type { Entry } from "./entry.ts";
import type { Formality, LapseEffect } from "./formality.ts";
import type { Names } from "./names.ts";
import type { Measure } from "./measure.ts";
import type { PaperKind } from "./paper.ts";
import type { Body, BreachKind, CaseStage, Moment } from "./vocabulary.ts";
import type { Holder, Power, Condition } from "./power.ts";
import type { Terms, Settings } from "./settings.ts";

export type PackId = string & { readonly packId: never };

/** A listed reason not to take a case up. */
export interface Ground extends Entry {
  /** The number in the regulation, `3.5`; stored, never shown to citizens. */
  readonly code: string;
  readonly by: readonly Holder[];
  readonly from: readonly CaseStage[];
  readonly fields: readonly GroundField[];
  /** Words for the citizen: what the reason is. */
  readonly reason: string;
  /** Words for the citizen: where to go instead; null where the regulation names nothing. */
  readonly wayOn: string | null;
  /** Whether a notice is served; `switchable` ones may be switched off for a region. */
  readonly notice: "always" | "switchable";
  /** Only this post of the deciding bureau may read the case afterwards (FZ-3.2). */
  readonly readableBy?: Post;
  /** The case counts, its text is neither published nor searchable. */
  readonly neverPublished?: true;
  /** Somebody is in danger and must call for help now: word of it goes out at any hour. */
  readonly emergency?: true;
  /** What the case becomes; some ways of not taking a case up are no refusals and are counted apart. */
  readonly outcome?: "refused" | "sentElsewhere" | "noLongerAccepted";
  /** A formality that somebody else must have carried out before. */
  readonly after?: string;
}

/** A fact that a ground demands before it may be used. */
export interface GroundField {
  readonly name: "note" | "competentPlace" | "procedure" | "caseAt" | "earlierCase" | "unit" | "referral";
  readonly label: string;
  readonly required: boolean;
  /** `case`: the number of another open case of the same petitioner. */
  readonly kind: "text" | "choice" | "org" | "case";
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** The named unit must not be in the system on the day (FZ-3.7). */
  readonly mustBeUnjoined?: true;
}

/** Which body may read a case, and how much of it. */
export interface Sight extends Entry {
  readonly body: Body;
  readonly posts: readonly Post[];
  readonly sees: "all" | "timings";
  readonly when: readonly Condition[];
}

/** A term for each value of a fact, as by-laws have them for categories and degrees of urgency. */
export interface TermTable {
  readonly by: string;
  readonly of: Readonly<Record<string, Term>>;
}

/** What stops a clock, and what lets it run on: one of these moments, or the end of a day that was set. */
export interface Pausing {
  readonly from: Moment;
  readonly until: readonly Moment[];
  /** The field of the formality that begins it which names its last day; the clock runs on with the day after. */
  readonly lastDay?: string;
}

/** The regulation allows a longer term and does not say how long: what was granted counts, in this unit. */
export interface NoMost {
  readonly n: null;
  readonly unit: "workingDay" | "calendarDay";
}

/** A term or a right in time: who must do what, from what, until when. */
export interface DutyRule extends Entry {
  /** `duty` is owed and can be breached; `window` is a right that lapses without blame. */
  readonly kind: "duty" | "window";
  readonly owner: Body;
  readonly ownerPost: Post | null;
  readonly start: Moment;
  readonly end: readonly Moment[];
  /** Of a window, the one of its ends that closes it without its having been used; the moment `over.<id>` follows. */
  readonly closedBy?: Moment;
  /** What makes the duty fall away without being met. */
  readonly cancel: readonly Moment[];
  readonly when: readonly Condition[];
  /** Null where the regulation names no term: no due date, never overdue. */
  readonly limit: Term | null;
  /** Other terms by what was stated under a name when the term began; for any other value `limit` holds. */
  readonly limits?: TermTable;
  /** The day by which it ought to be done already, before the last day that the limit sets. */
  readonly target?: DayTerm;
  /** The region sets the limit, because the regulation leaves it to a document that it names. */
  readonly settable?: true;
  /** Whether a last day that comes with the start replaces the limit, or only where it is earlier. */
  readonly by?: "set" | "earlier";
  /** The field in which a formality names such a last day as well. */
  readonly byField?: string;
  /** The field of the starting formality that names the day from which the term is counted. */
  readonly countFrom?: string;
  /** Only what the owner did ends the duty. */
  readonly endBy?: "owner";
  /** What must be true of the happening that ends it. */
  readonly endWhen?: readonly Condition[];
  /** Having reported in time why it takes longer, the owner is not late under this rule, however long it takes. */
  readonly excusedBy?: Moment;
  /** What stops the clock: each pause has an end of its own, and the clock stands while any of them lasts. */
  readonly pauses: readonly Pausing[];
  /**
   * Whether the term may be made longer: once `granted` happens while the duty is open, the days that it carries are
   * counted on from the last day there was, never more than `most` in all. Left out where the regulation knows no
   * extension; a `most` without a number stands for a regulation that sets none.
   * Where `told` is named, what was granted counts only once that has come as well; all of it before the term is over.
   */
  readonly extension?: {
    readonly granted: Moment;
    readonly most: Exclude<Term, { unit: "sameDay" }> | NoMost;
    readonly told?: Moment;
  };
  /** Runs inside the term of this rule; shown where there is no limit of its own. */
  readonly inside?: string;
  /**
   * The end is only provisional until a verdict: a submission in time counts if it is passed later (FZ-8.4-3), one
   * that is sent back does not meet the duty. What else stands under `end` ends the duty without a verdict.
   * A later start of the same rule on the same leg opens no new term unless the earlier one has fallen away.
   */
  readonly judgedBy?: { readonly submitted: Moment; readonly returned: Moment; readonly passed: Moment };
  /** What is recorded when the term is over; null: lateness is shown and counted only. */
  readonly breach: { readonly kind: BreachKind; readonly clause: ClauseId } | null;
  /** What comes about by itself once the term is over and nobody has done it. */
  readonly onLapse?: readonly LapseEffect[];
  /** How the act that is owed is named in rows, 「答复」. */
  readonly title: string;
  /** The same for the petitioner, after a date: 「24:00 前」「转给办理单位」. Left out where the title says it as well. */
  readonly forPetitioner?: string;
  /** While this moment is open, lateness is shown with a flag (return pending). */
  readonly flaggedWhile?: { readonly from: Moment; readonly until: readonly Moment[] };
}

/** A message with fixed words that a clause demands or that the product adds. */
export interface Notice extends Entry {
  readonly on: Moment;
  readonly when: readonly Condition[];
  /** `{unit}`, `{number}`, … are filled in. The words are otherwise final. */
  readonly template: string;
  /**
   * One short message that says where to read the rest. It stands for the template on a telephone's screen, and goes to
   * whoever chose SMS or mail when the notice itself goes back by another way.
   */
  readonly alert?: string;
  /** Words to be read out by telephone or written in a letter; without it, the template without its web address. */
  readonly spoken?: string;
  /** The words when another unit had the matter before. */
  readonly again?: string;
  /** `original`: the channel of intake; `preferred`: the one the petitioner asked for. */
  readonly channel: "original" | "preferred";
  /** To somebody who asked to be answered by telephone, this one is read out; others are not worth a call. */
  readonly readOut?: true;
  /** A clause demands the channel of intake: no other way serves (FZ-6-5). */
  readonly bound?: true;
  /** It asks for a rating: a link that rates the case may stand in it. */
  readonly rates?: true;
  /** The notice carries the result itself; the case is answered once it has arrived (FZ-9-3). */
  readonly feedback: boolean;
  /** Region administrators may switch it off: no clause demands it. */
  readonly switchable: boolean;
}

/**
 * One stage of the way that a case takes, told to those who bring it. What is owed until when is not written here: it
 * is taken from the duties that are named, with the body that owes each in plain words.
 */
export interface WayStage {
  readonly title: string;
  readonly words: string;
  readonly duties: readonly { readonly id: string; readonly who: string }[];
}

/** What a clause says and the language of packs cannot, or says only crookedly. */
export interface Gap {
  readonly clause: ClauseId;
  /** What is missing, and how far the entries that serve the clause go. */
  readonly words: string;
}

/** A regulation as data. */
export interface Pack {
  readonly id: PackId;
  /** SHA-256 of what it says, where it was read by a server; every case carries it from the day it came in. */
  readonly sha256?: string;
  /** It does not come with the program: a change of it has to be amended. */
  readonly outside?: true;
  readonly jurisdiction: string;
  /** The pack this one stands on (a city's on its province's); null for one that stands alone. */
  readonly standsOn: PackId | null;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  readonly provisional: boolean;
  /** The laws and orders that the regulation itself rests on. */
  readonly bases?: readonly { readonly title: string; readonly number: string | null; readonly clause: ClauseId }[];
  /** The clause that puts the regulation in force. */
  readonly inForceBy: ClauseId;
  readonly terms: Terms;
  /** About six stages for the public page; a pack on top of another may tell the whole way anew. */
  readonly way?: readonly WayStage[];
  /** Where the regulation has its own word for an act, a stage, a post or a moment. */
  readonly names?: Names;
  readonly clauses: readonly Clause[];
  readonly settings: Settings;
  readonly grounds: readonly Ground[];
  readonly powers: readonly Power[];
  readonly sights: readonly Sight[];
  readonly duties: readonly DutyRule[];
  readonly measures: readonly Measure[];
  readonly notices: readonly Notice[];
  readonly formalities: readonly Formality[];
  readonly papers: readonly PaperKind[];
  /** Clauses that are out of reach or distorted, in the words of whoever wrote the pack. */
  readonly gaps?: readonly Gap[];
  /** The organisations and people of the examples; invented. */
  readonly exampleOffice: { readonly orgs: readonly Org[]; readonly holdings: readonly Holding[] };
}
