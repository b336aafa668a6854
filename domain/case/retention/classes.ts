import { type PlainDate, parsePlainDate, plainDate } from "../../calendar/plain-date.ts";
import { type CaseStage, endedStages, type Subject } from "../../rules/vocabulary.ts";

/**
 * One line of an organ's own table of what it keeps for how long (C-63). The first line that fits a case binds it.
 * `years` is null for what is kept for ever.
 */
export interface RetentionClass {
  readonly code: string;
  readonly label: string;
  readonly years: number | null;
  /** Kinds of matter and ends of a case that the line speaks of; left out: all. */
  readonly subjects?: readonly Subject[];
  readonly stages?: readonly CaseStage[];
}

/** The table, and the paper by which the archive office approved it. Where there is none, nothing is ever listed by itself. */
export interface RetentionTable {
  readonly basis: string;
  readonly classes: readonly RetentionClass[];
}

/** What of a case decides how long it is kept. */
export interface Ended {
  readonly subject: Subject;
  readonly stage: CaseStage;
  /** The day of the last thing that happened to it. */
  readonly endedOn: PlainDate;
}

/** The line that binds a case; null for one that is not over, or of which no line speaks: then nothing is decided. */
export function classOf({ classes }: RetentionTable, { subject, stage }: Ended): RetentionClass | null {
  if (!endedStages.includes(stage)) return null;
  const fits = ({ subjects, stages }: RetentionClass) =>
    (subjects === undefined || subjects.includes(subject)) && (stages === undefined || stages.includes(stage));
  return classes.find(fits) ?? null;
}

/** The day on which the time is over: the same day so many years later, 28 February for the 29th; null: never. */
export function timeOver(endedOn: PlainDate, years: number | null): PlainDate | null {
  if (years === null) return null;
  const [year = "", month = "", day = ""] = endedOn.split("-");
  const then = `${Number(year) + years}-${month}-`;
  return parsePlainDate(`${then}${day}`) ?? plainDate(`${then}28`);
}
