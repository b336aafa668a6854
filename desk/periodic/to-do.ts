import type { PeriodicWorkLine } from "../../contract/periodic.ts";
import { addDays, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { monthOf, type Period } from "../kit/period.tsx";

/** The period that is to be done now: the oldest that is missing, the running one up to today, or what came after the last. */
export function periodToDo({ missing, next, last }: PeriodicWorkLine, today: string): Period {
  const [oldest] = missing;
  if (oldest) return oldest;
  if (next && next.from <= today) return { from: next.from, to: next.to < today ? next.to : today };
  const after = last ? addDays(last.to as PlainDate, 1) : monthOf(today).from;
  return { from: after < today ? after : today, to: today };
}
