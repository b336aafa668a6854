import { describe, expect, it } from "vitest";
import { readCalendarLines, writeCalendarLines } from "./calendar-lines.ts";

describe("a loaded year as lines to start from", () => {
  const days = {
    "2026-10-10": "国庆节",
    "2026-01-01": "元旦",
    "2026-01-02": "元旦",
    "2026-01-03": "元旦",
    "2026-01-04": "补休",
  };

  it("writes a stretch of one holiday as one line, in the order of the year", () => {
    expect(writeCalendarLines(days)).toBe("2026-01-01 至 2026-01-03 元旦\n2026-01-04 补休\n2026-10-10 国庆节");
  });

  it("reads back exactly the days it wrote", () => {
    expect(readCalendarLines(writeCalendarLines(days))).toEqual({ days });
    expect(readCalendarLines(writeCalendarLines({}))).toEqual({ days: {} });
  });
});
