import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayOf,
  daysBetween,
  endOfDay,
  instant,
  monthOf,
  parsePlainDate,
  type PlainDate,
  plainDate,
  startOfDay,
  weekday,
  yearOf,
} from "./plain-date.ts";

const seeded = { seed: 20_260_302, numRuns: 100 };
const epoch = plainDate("1990-01-01");
const anyDate = fc.integer({ min: 0, max: 36_524 }).map((n) => addDays(epoch, n));

describe("reading a civil date", () => {
  it.each(["2026-03-02", "2024-02-29", "2000-02-29", "1999-12-31"])("takes %s", (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  it.each(["2026-02-30", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00"])(
    "%s is no day of any calendar",
    (text) => expect(parsePlainDate(text)).toBeNull(),
  );

  it.each([
    "",
    "2026-3-2",
    "20260302",
    "2026/03/02",
    "2026-03-02T00:00:00Z",
    " 2026-03-02",
    "26-03-02",
    "2026-03-02\n",
  ])("%j is not the form of one", (text) => expect(parsePlainDate(text)).toBeNull());

  it("written wrongly in code, it is a mistake of the program and throws", () => {
    expect(() => plainDate("2026-02-30")).toThrow("2026-02-30");
    expect(() => instant("tomorrow")).toThrow("tomorrow");
  });
});

describe("days and instants", () => {
  it("steps over month, year and leap day", () => {
    expect(addDays(plainDate("2026-02-28"), 1)).toBe("2026-03-01");
    expect(addDays(plainDate("2024-02-28"), 1)).toBe("2024-02-29");
    expect(addDays(plainDate("2025-12-31"), 1)).toBe("2026-01-01");
    expect(addDays(plainDate("2026-01-01"), -1)).toBe("2025-12-31");
    expect(addDays(plainDate("2026-03-02"), 0)).toBe("2026-03-02");
  });

  it("knows the day of the week, the month and the year", () => {
    expect(["2026-03-02", "2026-03-07", "2026-03-08"].map((d) => weekday(plainDate(d)))).toEqual([1, 6, 7]);
    expect(monthOf(plainDate("2026-03-31"))).toBe("2026-03");
    expect(yearOf(plainDate("2026-03-31"))).toBe(2026);
  });

  it("a civil day in China begins at 16:00 UTC of the day before, and ends where the next begins", () => {
    const day = plainDate("2026-03-16");
    expect(startOfDay(day)).toBe("2026-03-15T16:00:00.000Z");
    expect(endOfDay(day)).toBe("2026-03-16T16:00:00.000Z");
    expect(dayOf(instant("2026-03-15T15:59:59.999Z"))).toBe("2026-03-15");
    expect(dayOf(instant("2026-03-15T16:00:00Z"))).toBe("2026-03-16");
    expect(dayOf(instant("2026-03-16T23:59:59+08:00"))).toBe("2026-03-16");
    expect(dayOf(instant("2026-03-17T00:00:00+08:00"))).toBe("2026-03-17");
  });

  it("keeps no summer time: the years in which China had one count eight hours too", () => {
    expect(dayOf(instant("1988-07-01T15:59:00Z"))).toBe("1988-07-01");
    expect(dayOf(instant("1988-07-01T16:00:00Z"))).toBe("1988-07-02");
  });
});

describe("for every day", () => {
  it("what is written is read again", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parsePlainDate(date)).toBe(date);
      }),
      seeded,
    );
  });

  it("adding days and counting them between are each other's way back", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, n) => {
        const later = addDays(date, n);
        expect(daysBetween(date, later)).toBe(n);
        expect(addDays(later, -n)).toBe(date);
      }),
      seeded,
    );
  });

  it("dates compare as their strings do", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
      seeded,
    );
  });

  it("every instant of a day falls on it, the first and the last included", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 86_399_999 }), (date, millis) => {
        const at = instant(new Date(Date.parse(startOfDay(date)) + millis).toISOString());
        expect(dayOf(at)).toBe(date);
        expect(startOfDay(date) <= at && at < endOfDay(date)).toBe(true);
      }),
      seeded,
    );
  });

  it("the week goes round in seven days", () => {
    fc.assert(
      fc.property(anyDate, (date: PlainDate) => {
        expect(weekday(addDays(date, 7))).toBe(weekday(date));
        expect(weekday(addDays(date, 1))).toBe((weekday(date) % 7) + 1);
      }),
      seeded,
    );
  });
});
