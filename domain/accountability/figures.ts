/**
 * What statistics count. Every thing counted stands under exactly one name of its family, so that the parts of a
 * figure add up and a figure opens exactly the list that makes it.
 */
export const countNames = [
  "received",
  "registered",
  "refused",
  "otherOutcome",
  "passedDown",
  "dispatched",
  "open",
  "closedInTime",
  "closedLate",
  "overdueOpen",
  "overdueNow",
  "passedFirst",
  "passedReworked",
  "published",
  "unpublished",
  "confidential",
  "satisfied",
  "notSatisfied",
  "rated",
  "unrated",
  "returnAccepted",
  "returnRefused",
  "returnPending",
  "reworks",
  "reminders",
] as const;
export type CountName = (typeof countNames)[number];
export type Counts = Readonly<Record<CountName, number>>;

/** A figure: a plain number, or a share of something; both sides name what they are made of. */
interface Figure {
  readonly met: readonly CountName[];
  readonly of: readonly CountName[] | null;
}

const due = ["closedInTime", "closedLate", "overdueOpen"] as const;
const passed = ["passedFirst", "passedReworked"] as const;
const returns = ["returnAccepted", "returnRefused", "returnPending"] as const;

/**
 * The figures of the statistics, each by its formula. What lies open past its last day stands among what is due: a rate
 * over what was closed alone rises the longer the late ones are left lying.
 */
export const figures = {
  received: { met: ["received"], of: null },
  registered: { met: ["registered"], of: null },
  refused: { met: ["refused"], of: null },
  otherOutcome: { met: ["otherOutcome"], of: null },
  passedDown: { met: ["passedDown"], of: null },
  dispatched: { met: ["dispatched"], of: null },
  answered: { met: passed, of: null },
  open: { met: ["open"], of: null },
  overdueOpen: { met: ["overdueNow"], of: null },
  onTime: { met: ["closedInTime"], of: due },
  firstAudit: { met: ["passedFirst"], of: passed },
  publication: { met: ["published"], of: ["published", "unpublished"] },
  publicationOfAll: { met: ["published"], of: ["published", "unpublished", "confidential"] },
  satisfaction: { met: ["satisfied"], of: ["satisfied", "notSatisfied"] },
  participation: { met: ["rated"], of: ["rated", "unrated"] },
  returnsAsked: { met: returns, of: null },
  returnsGranted: { met: ["returnAccepted"], of: returns },
  returnsRefused: { met: ["returnRefused"], of: returns },
  reworks: { met: ["reworks"], of: null },
  reminders: { met: ["reminders"], of: null },
} as const satisfies Record<string, Figure>;

export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as readonly FigureName[];

/** Which side of a figure is looked at: what reached it, all that it is measured by, or what fell short. */
export const figureParts = ["met", "of", "rest"] as const;
export type FigurePart = (typeof figureParts)[number];

/** What a side of a figure is made of. */
export function namesOf(name: FigureName, part: FigurePart): readonly CountName[] {
  const { met, of }: Figure = figures[name];
  if (part === "met" || of === null) return met;
  return part === "of" ? of : of.filter((counted) => !met.includes(counted));
}

/** Whether a figure is a share; the others are plain numbers. */
export function isShare(name: FigureName): boolean {
  return figures[name].of !== null;
}

/** How cases are put into groups. */
export const groupings = ["unit", "channel", "category", "kind", "stage"] as const;
export type CommonGrouping = (typeof groupings)[number];

/** Besides the groups that every case has, by what a formality of the regulation has stated: `fact:` and its name. */
export type Grouping = CommonGrouping | `fact:${string}`;

/** The fact that a grouping goes by; null for one that every case has. */
export function factIn(by: Grouping): string | null {
  return by.startsWith("fact:") ? by.slice("fact:".length) : null;
}

/** A grouping as it may be asked for. */
export const groupingPattern = /^(unit|channel|category|kind|stage|fact:[A-Za-z][A-Za-z0-9-]{0,39})$/;
