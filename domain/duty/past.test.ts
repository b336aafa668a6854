import { describe, expect, it } from "vitest";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { plainDate } from "../calendar/plain-date.ts";
import { calendarAsOf } from "../calendar/work-calendar.ts";
import { judgePast } from "./past.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));
const tenWorkingDays = { n: 10, unit: "workingDay" } as const;
const judge = (received: string, answered: string) =>
  judgePast(plainDate(received), plainDate(answered), tenWorkingDays, calendar);

describe("[FZ-8.2-1] an answer of the past under ten working days", () => {
  it.each([
    ["on the day itself", "2026-03-06", "2026-03-06", 0, true],
    ["on the last day", "2026-03-06", "2026-03-20", 10, true],
    ["on the Saturday after the last day, though no working day was used", "2026-03-06", "2026-03-21", 10, false],
    ["on the Monday after it", "2026-03-06", "2026-03-23", 11, false],
    ["over the National Day holiday with its make-up day", "2026-09-30", "2026-10-20", 10, true],
    ["one day later", "2026-09-30", "2026-10-21", 11, false],
  ])("%s", (_name, received, answered, used, inTime) => {
    expect(judge(received, answered)).toEqual({ used, inTime });
  });

  it("a year without a calendar is no guess", () => {
    expect(judge("2050-03-01", "2050-03-05")).toEqual({ gap: 2050 });
  });

  it("calendar days run over rest days", () => {
    const term = { n: 15, unit: "calendarDay" } as const;
    const last = judgePast(plainDate("2026-02-10"), plainDate("2026-02-25"), term, calendar);
    const late = judgePast(plainDate("2026-02-10"), plainDate("2026-02-26"), term, calendar);
    expect([last, late]).toEqual([
      { used: 15, inTime: true },
      { used: 16, inTime: false },
    ]);
  });
});
