import { parsePlainDate, type PlainDate, weekday, yearOf } from "./plain-date.ts";
import type { CalendarYear } from "./work-calendar.ts";

/** Why a calendar year cannot be loaded as it was given. */
export type CalendarFault = {
  readonly code: "calendar.yearWrong" | "calendar.notAWeekend" | "calendar.bothWays";
  readonly day: string;
};

/** Checks a year's days: real days of that year, make-up days on weekends only, no day both off and worked. */
export function calendarFault(year: CalendarYear): CalendarFault | null {
  for (const day of [...Object.keys(year.holidays), ...Object.keys(year.makeUpDays)]) {
    const date = parsePlainDate(day);
    if (date === null || yearOf(date) !== year.year) return { code: "calendar.yearWrong", day };
  }
  const worked = Object.keys(year.makeUpDays);
  const wrong = worked.find((day) => weekday(day as PlainDate) < 6);
  if (wrong !== undefined) return { code: "calendar.notAWeekend", day: wrong };
  const both = worked.find((day) => year.holidays[day as PlainDate] !== undefined);
  return both === undefined ? null : { code: "calendar.bothWays", day: both };
}

/** What makes a year doubtful: somebody must say that it is meant so before it moves dates. */
export type CalendarDoubt =
  | { readonly is: "noHoliday"; readonly names: readonly string[] }
  | { readonly is: "fewDays"; readonly n: number; readonly usual: number }
  | { readonly is: "skipsYear"; readonly year: number };

/** Holidays that every notice of the State Council has named since there are notices. */
const always = ["元旦", "春节", "国庆"] as const;
/** The notices since 2008 name from 24 days off; one that was broken off names far fewer. */
const fewest = 20;

/** Compares a year with what the yearly notices have always had, and with the years that are loaded. */
export function calendarDoubts(year: CalendarYear, loaded: readonly number[]): readonly CalendarDoubt[] {
  const said = Object.values(year.holidays).join(" ");
  const names = always.filter((name) => !said.includes(name));
  const n = Object.keys(year.holidays).length;
  const before = loaded.length > 0 && year.year > Math.max(...loaded) + 1 ? Math.max(...loaded) + 1 : null;
  return [
    ...(names.length > 0 ? [{ is: "noHoliday", names } as const] : []),
    ...(n < fewest ? [{ is: "fewDays", n, usual: fewest } as const] : []),
    ...(before !== null ? [{ is: "skipsYear", year: before } as const] : []),
  ];
}
