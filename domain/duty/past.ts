import type { PlainDate } from "../calendar/plain-date.ts";
import { addDays } from "../calendar/plain-date.ts";
import { countTerm, type DayTerm, workingDaysAfter } from "../calendar/term.ts";
import { type CalendarGap, isGap, type WorkCalendar } from "../calendar/work-calendar.ts";

/** How a past answer stands under a term. */
export interface PastAnswer {
  /** Days used, from the day after the request to the day of the answer, in the unit of the term. */
  readonly used: number;
  /** The answer came on or before the last day of the term: the rule by which a duty of a live case is judged. */
  readonly inTime: boolean;
}

/** Judges an answer that was given before there was a case of it: only the two dates are known, so no term by the clock can judge it. */
export function judgePast(
  received: PlainDate,
  answered: PlainDate,
  term: DayTerm,
  calendar: WorkCalendar,
): PastAnswer | CalendarGap {
  const used =
    term.unit === "workingDay" ? workingDaysAfter(calendar, received, answered) : daysAfter(received, answered);
  if (typeof used !== "number") return used;
  const count = countTerm(calendar, received, term);
  if ("gap" in count && isGap(count)) return count;
  return { used, inTime: "due" in count && answered <= count.due };
}

function daysAfter(from: PlainDate, to: PlainDate): number {
  let days = 0;
  for (let day = from; day < to; day = addDays(day, 1)) days += 1;
  return days;
}
