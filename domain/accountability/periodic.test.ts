import { describe, expect, it } from "vitest";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import { plainDate } from "../calendar/plain-date.ts";
import type { Measure } from "../rules/measure.ts";
import { owedOf, periodicWorks } from "./periodic.ts";
import { monthsAround } from "./stretches.ts";

const days = (from: string, to: string) => ({ from: plainDate(from), to: plainDate(to) });
const owed = (months: number, begun: string, today: string, done: readonly (readonly [string, string])[] = []) =>
  owedOf(
    { months, monthStart: 1, begun: plainDate(begun), today: plainDate(today) },
    done.map(([from, to]) => days(from, to)),
  );

const firstHalf = days("2026-01-01", "2026-06-30");
const secondHalf = days("2026-07-01", "2026-12-31");

describe("what is owed", () => {
  it("[ZJ-4.4-7] without a record of the first half-year, it is due to 30 June and missing on 1 July", () => {
    expect(owed(6, "2026-01-01", "2026-06-30")).toEqual({ next: firstHalf, missing: [] });
    expect(owed(6, "2026-01-01", "2026-07-01")).toEqual({ next: secondHalf, missing: [firstHalf] });
  });

  it("[ZJ-4.4-7] a meeting in June and one in July over the first half-year both settle it", () => {
    for (const to of ["2026-06-20", "2026-06-30", "2026-07-05"]) {
      expect(owed(6, "2026-01-01", "2026-07-06", [["2026-01-01", to]])).toEqual({ next: secondHalf, missing: [] });
    }
  });

  it("done early, the next period is the one after", () => {
    expect(owed(6, "2026-03-02", "2026-06-20", [["2026-01-01", "2026-06-20"]]).next).toEqual(secondHalf);
  });

  it("a year's work covers every month of the year, and a month's only its month", () => {
    expect(owed(1, "2026-01-01", "2026-03-10", [["2026-01-01", "2026-03-09"]]).next.from).toBe("2026-03-01");
    expect(owed(1, "2026-01-01", "2026-03-10", [["2026-01-01", "2026-03-09"]]).missing).toEqual([]);
    expect(owed(1, "2026-01-15", "2026-03-10", [["2026-02-01", "2026-02-28"]])).toEqual({
      next: days("2026-03-01", "2026-03-31"),
      missing: [days("2026-01-01", "2026-01-31")],
    });
  });

  it("nothing went by before the first day, even one that lies ahead", () => {
    expect(owed(12, "2027-05-01", "2026-07-01")).toEqual({ next: days("2026-01-01", "2026-12-31"), missing: [] });
  });
});

it("[HZ-6.4.3-2] months that begin on the 26th carry quarters, half-years and years with them", () => {
  const around = (day: string, months: number) => monthsAround(plainDate(day), months, 26);
  expect(around("2026-03-25", 1)).toEqual(days("2026-02-26", "2026-03-25"));
  expect(around("2026-03-26", 3)).toEqual(days("2026-03-26", "2026-06-25"));
  expect(around("2025-12-26", 6)).toEqual(days("2025-12-26", "2026-06-25"));
  expect(around("2026-12-25", 12)).toEqual(days("2025-12-26", "2026-12-25"));
});

it("[FZ-11-1] what comes round is read from the measures, a circular without an interval among them", () => {
  const meeting: Measure = {
    id: "meeting",
    clause: fuzhou2007.inForceBy,
    words: "每半年开一次会。",
    is: "periodic",
    what: "meeting",
    months: 6,
    with: ["disciplineBody"],
    contents: ["责任落实"],
    example: { value: {} },
  };
  const works = periodicWorks({ ...fuzhou2007, measures: [...fuzhou2007.measures, meeting] });
  expect(works.map(({ id, what, months }) => [id, what, months])).toEqual([
    ["circular-period", "circular", null],
    ["meeting", "meeting", 6],
  ]);
});
