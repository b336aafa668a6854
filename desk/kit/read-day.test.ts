import { describe, expect, it } from "vitest";
import { readDay, readMoment } from "./read-day.ts";

describe("a day as people type it", () => {
  it.each([
    ["2026-12-15", "2026-12-15"],
    ["2026/2/5", "2026-02-05"],
    ["2026.02.05", "2026-02-05"],
    ["20261215", "2026-12-15"],
    ["2026年12月5日", "2026-12-05"],
    [" ２０２６－１２－１５ ", "2026-12-15"],
  ])("%s is %s", (typed, day) => expect(readDay(typed)).toBe(day));

  it.each(["2026-02-30", "2026-13-01", "2026-2026-12-1502-15", "12-15", "", "明天"])("%s is no day", (typed) =>
    expect(readDay(typed)).toBeNull(),
  );
});

describe("a day with a time", () => {
  it.each([
    ["2026-12-15 09:30", "2026-12-15T09:30"],
    ["2026-12-15 9：05", "2026-12-15T09:05"],
    ["2026-12-15", "2026-12-15T00:00"],
  ])("%s is %s", (typed, moment) => expect(readMoment(typed)).toBe(moment));

  it.each(["2026-12-15 24:10", "2026-12-15 9", "09:30"])("%s is none", (typed) => expect(readMoment(typed)).toBeNull());
});
