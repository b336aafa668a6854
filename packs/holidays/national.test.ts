import { describe, expect, it } from "vitest";
import { parsePlainDate, plainDate, weekday } from "../../domain/calendar/plain-date.ts";
import { nationalYears as generated } from "../../house/holidays.ts";
import { nationalYears } from "./national.gen.ts";

describe("the built-in calendar", () => {
  it("is what the generator makes of the package that is installed", () => {
    expect(nationalYears).toEqual(generated());
  });

  it("holds each year once, the running one included, all built in", () => {
    const years = nationalYears.map((y) => y.year);
    expect(new Set(years).size).toBe(years.length);
    expect(years).toContain(2026);
    expect(nationalYears.every((y) => y.effectiveFrom === null && y.source.startsWith("chinese-days "))).toBe(true);
  });

  it.each(nationalYears.map((y) => [y.year, y] as const))("%i: real days, named, none both off and worked", (n, y) => {
    const off = Object.keys(y.holidays);
    const worked = Object.keys(y.makeUpDays);
    const names = Object.values({ ...y.holidays, ...y.makeUpDays });
    expect([...off, ...worked].filter((date) => parsePlainDate(date) !== date || !date.startsWith(`${n}-`))).toEqual(
      [],
    );
    expect(worked.filter((date) => off.includes(date))).toEqual([]);
    expect(worked.filter((date) => weekday(plainDate(date)) < 6)).toEqual([]);
    expect(names.filter((name) => !/^[\p{Script=Han}\d]+$/u.test(name))).toEqual([]);
  });
});
