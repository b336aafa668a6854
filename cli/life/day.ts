import type { Chance } from "../../demo/life/chance.ts";
import { addDays, type Instant, instant, type PlainDate, startOfDay } from "../../domain/calendar/plain-date.ts";

export type Doing = "wake" | "files" | "round" | "calls" | "checks" | "supervision" | "evening";

/** One thing of a day, and when. */
export interface Item {
  readonly at: Instant;
  readonly what: Doing;
}

const working: readonly (readonly [string, Doing])[] = [
  ["08:40", "checks"],
  ["09:05", "round"],
  ["10:50", "round"],
  ["11:50", "calls"],
  ["14:10", "round"],
  ["16:00", "supervision"],
  ["17:30", "round"],
  ["18:40", "calls"],
];

/** Until when somebody is there to write down what comes by telephone or in person. */
export const lastCall = "17:00";

/** The same things in the same order in what is left of a day. */
export function squeezed(plan: readonly Item[], day: PlainDate, start: Instant, end: Instant): readonly Item[] {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const [midnight, next] = [Date.parse(startOfDay(day)), Date.parse(startOfDay(addDays(day, 1)))];
  return plan.map(({ at, what }) => {
    const share = (Date.parse(at) - midnight) / (next - midnight);
    return { at: instant(new Date(from + Math.floor(share * (to - from))).toISOString()), what };
  });
}

/** A day as it is planned: people write from morning to night, offices work on working days. */
export function planOf(day: PlainDate, worked: boolean, filings: number, luck: Chance): readonly Item[] {
  const at = (time: string) => instant(`${day}T${time}:00+08:00`);
  const fixed = [...(worked ? working : []), ["20:30", "evening"] as const].map(([time, what]) => ({
    at: at(time),
    what,
  }));
  const written = Array.from({ length: filings }, () => {
    const minute = luck.yes(0.75) ? 8 * 60 + 30 + luck.below(9 * 60) : 7 * 60 + luck.below(15 * 60);
    const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, "0"));
    return { at: at(`${hours}:${minutes}`), what: "files" as const };
  });
  const later = [...fixed, ...written].toSorted((a, b) => a.at.localeCompare(b.at));
  return [{ at: at("06:00"), what: "wake" }, ...later];
}
