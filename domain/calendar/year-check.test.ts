import { expect, it } from "vitest";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import type { PlainDate } from "./plain-date.ts";
import type { CalendarYear } from "./work-calendar.ts";
import { calendarDoubts, calendarFault } from "./year-check.ts";

const year = (part: Partial<CalendarYear>): CalendarYear => ({
  year: 2027,
  source: "x",
  effectiveFrom: null,
  holidays: {},
  makeUpDays: {},
  ...part,
});

it("refuses a day that is off and worked at once, a day of another year, and a worked day that is no weekend", () => {
  const both = year({
    holidays: { ["2027-01-02" as PlainDate]: "元旦" },
    makeUpDays: { ["2027-01-02" as PlainDate]: "元旦" },
  });
  expect(calendarFault(both)).toEqual({ code: "calendar.bothWays", day: "2027-01-02" });
  expect(calendarFault(year({ holidays: { ["2026-01-01" as PlainDate]: "元旦" } }))?.code).toBe("calendar.yearWrong");
  expect(calendarFault(year({ makeUpDays: { ["2027-01-04" as PlainDate]: "元旦" } }))?.code).toBe(
    "calendar.notAWeekend",
  );
});

it("doubts a year without its great holidays, with few days off, or behind a gap", () => {
  expect(calendarDoubts(year({}), [2025, 2026])).toEqual([
    { is: "noHoliday", names: ["元旦", "春节", "国庆"] },
    { is: "fewDays", n: 0, usual: 20 },
  ]);
  expect(calendarDoubts(year({ year: 2028 }), [2025, 2026]).at(-1)).toEqual({ is: "skipsYear", year: 2027 });
});

it("doubts no year that a notice has fixed since 2008", () => {
  const doubted = nationalYears.filter((one) => one.year >= 2008 && calendarDoubts(one, []).length > 0);
  expect(doubted.map((one) => one.year)).toEqual([]);
});
