import { describe, expect, it } from "vitest";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { plainDate } from "./plain-date.ts";
import { type Count, countTerm, type Pause, type DayTerm, workingDaysAfter } from "./term.ts";
import { calendarAsOf } from "./work-calendar.ts";

const day = plainDate;
const calendar = calendarAsOf(nationalYears, day("2026-11-21"));
const working = (n: number): DayTerm => ({ n, unit: "workingDay" });
const calendarDays = (n: number): DayTerm => ({ n, unit: "calendarDay" });
const sameDay: DayTerm = { n: 0, unit: "sameDay" };

function counted(from: string, term: DayTerm, pauses: readonly Pause[] = []): Count {
  const answer = countTerm(calendar, day(from), term, pauses);
  if (!("due" in answer)) throw new Error(`no date: ${JSON.stringify(answer)}`);
  return answer;
}

const due = (from: string, term: DayTerm, pauses: readonly Pause[] = []) => counted(from, term, pauses).due;

describe("working days over the hard days", () => {
  it.each<[string, string, number, string]>([
    ["an ordinary week", "2026-03-02", 5, "2026-03-09"],
    ["the day after Spring Festival, over the make-up Saturday", "2026-02-24", 10, "2026-03-09"],
    ["into Spring Festival with the make-up day before it", "2026-02-13", 2, "2026-02-24"],
    ["the eve of National Day", "2026-09-30", 10, "2026-10-20"],
    ["over both holidays of autumn", "2026-09-24", 3, "2026-09-30"],
    ["from a Saturday", "2026-03-07", 1, "2026-03-09"],
    ["from a Sunday", "2026-03-08", 1, "2026-03-09"],
    ["from the Friday before", "2026-03-06", 1, "2026-03-09"],
    ["from inside a holiday", "2026-10-02", 1, "2026-10-08"],
    ["from a holiday that falls on a weekend", "2026-10-03", 2, "2026-10-09"],
    ["from a make-up Saturday to the Monday", "2026-02-28", 1, "2026-03-02"],
    ["onto a make-up Saturday", "2026-02-27", 1, "2026-02-28"],
    ["over a make-up Saturday after Labour Day", "2026-05-08", 1, "2026-05-09"],
    ["a holiday of one weekend and its Monday", "2026-04-03", 1, "2026-04-07"],
    ["a Friday holiday before a weekend", "2026-06-18", 1, "2026-06-22"],
    ["over the year's end, onto a make-up Sunday", "2025-12-31", 1, "2026-01-04"],
    ["far over the year's end", "2025-12-29", 5, "2026-01-06"],
    ["from New Year's Day", "2026-01-01", 2, "2026-01-05"],
    ["over a leap day", "2024-02-28", 2, "2024-03-01"],
  ])("%s: %s + %i = %s", (_what, from, n, last) => {
    expect(due(from, working(n))).toBe(last);
    expect(workingDaysAfter(calendar, day(from), day(last))).toBe(n);
  });

  it("names every day on the way: counted, off, or worked to make up", () => {
    const days = counted("2026-02-27", working(3)).days;
    expect(days).toEqual([
      { date: "2026-02-28", day: { kind: "makeUp", name: "春节" }, number: 1 },
      { date: "2026-03-01", day: { kind: "weekend" }, number: null },
      { date: "2026-03-02", day: { kind: "working" }, number: 2 },
      { date: "2026-03-03", day: { kind: "working" }, number: 3 },
    ]);
  });

  it("names the holiday that was in the way", () => {
    const off = counted("2026-09-30", working(1)).days.filter((d) => d.number === null);
    expect(off).toHaveLength(7);
    expect(off.every((d) => d.day.kind === "holiday" && d.day.name === "国庆节")).toBe(true);
  });

  it("no days at all end on the day they start, also on a rest day", () => {
    expect(counted("2026-03-07", working(0))).toEqual({ due: "2026-03-07", days: [] });
  });
});

describe("the same day and calendar days", () => {
  it.each(["2026-03-02", "2026-03-07", "2026-03-08", "2026-10-01", "2026-02-28"])(
    "the same day ends on %s, working day or not",
    (date) => expect(counted(date, sameDay)).toEqual({ due: date, days: [] }),
  );

  it.each<[string, number, string]>([
    ["2026-03-02", 5, "2026-03-07"],
    ["2026-02-28", 1, "2026-03-01"],
    ["2026-09-26", 5, "2026-10-01"],
    ["2026-01-02", 30, "2026-02-01"],
    ["2025-12-31", 1, "2026-01-01"],
  ])("%s + %i calendar days = %s, not moved from a rest day", (from, n, last) => {
    expect(due(from, calendarDays(n))).toBe(last);
  });

  it("calendar days are all counted", () => {
    expect(counted("2026-03-05", calendarDays(3)).days.map((d) => d.number)).toEqual([1, 2, 3]);
  });
});

describe("pauses", () => {
  const pause = (from: string, until: string | null, why = "returnAsked"): Pause => ({
    from: day(from),
    until: until === null ? null : day(until),
    why,
  });

  it("the day a pause begins still counts, the day it ends does not", () => {
    expect(due("2026-03-02", working(5), [pause("2026-03-04", "2026-03-06")])).toBe("2026-03-11");
    const marked = counted("2026-03-02", working(5), [pause("2026-03-04", "2026-03-06")]).days;
    expect(marked.filter((d) => d.day.kind === "paused").map((d) => d.date)).toEqual(["2026-03-05", "2026-03-06"]);
    expect(marked.find((d) => d.date === "2026-03-04")?.number).toBe(2);
  });

  it("a pause that begins and ends on one day costs nothing", () => {
    expect(due("2026-03-02", working(5), [pause("2026-03-04", "2026-03-04")])).toBe("2026-03-09");
  });

  it("a pause over a weekend costs only its working days", () => {
    expect(due("2026-03-02", working(5), [pause("2026-03-06", "2026-03-08")])).toBe("2026-03-09");
    expect(due("2026-03-02", working(6), [pause("2026-03-06", "2026-03-09")])).toBe("2026-03-11");
  });

  it("two pauses that overlap are not counted twice", () => {
    const both = [pause("2026-03-03", "2026-03-05"), pause("2026-03-04", "2026-03-06")];
    expect(due("2026-03-02", working(3), both)).toBe("2026-03-10");
  });

  it("a pause after the last day changes nothing", () => {
    expect(due("2026-03-02", working(2), [pause("2026-03-04", "2026-03-20")])).toBe("2026-03-04");
  });

  it("a pause that still stands leaves no date, and says since when and why", () => {
    expect(countTerm(calendar, day("2026-03-02"), working(5), [pause("2026-03-04", null)])).toEqual({
      standsSince: "2026-03-04",
      why: "returnAsked",
    });
    expect(due("2026-03-02", working(2), [pause("2026-03-04", null)])).toBe("2026-03-04");
  });

  it("days of a year that is not loaded may be paused over, and are a gap once the term runs again", () => {
    const over = [pause("2026-12-30", "2027-01-10")];
    expect(countTerm(calendar, day("2026-12-29"), working(2), over)).toEqual({ gap: 2027 });
    expect(countTerm(calendar, day("2026-12-29"), calendarDays(2), over)).toMatchObject({ due: "2027-01-11" });
  });
});

describe("counting back", () => {
  it("is nothing where the end is not after the start", () => {
    expect(workingDaysAfter(calendar, day("2026-03-09"), day("2026-03-09"))).toBe(0);
    expect(workingDaysAfter(calendar, day("2026-03-09"), day("2026-03-02"))).toBe(0);
  });

  it("refuses a year that is not loaded", () => {
    expect(workingDaysAfter(calendar, day("2026-12-30"), day("2027-01-08"))).toEqual({ gap: 2027 });
  });
});

describe("the dates that the requirement itself gives for Fuzhou", () => {
  it.each<[string, string, DayTerm, string]>([
    ["FZ-5-2", "2026-03-07", sameDay, "2026-03-07"],
    ["FZ-7-2", "2026-03-06", working(1), "2026-03-09"],
    ["FZ-7-3", "2026-03-02", working(1), "2026-03-03"],
    ["FZ-7-4", "2026-03-03", working(1), "2026-03-04"],
    ["FZ-8-0", "2026-03-02", working(10), "2026-03-16"],
    ["FZ-8.1-2", "2026-03-05", working(2), "2026-03-09"],
    ["FZ-8.2-1", "2026-03-02", working(10), "2026-03-16"],
    ["FZ-8.2-1", "2026-03-02", working(2), "2026-03-04"],
    ["FZ-8.3-1", "2026-03-02", working(2), "2026-03-04"],
    ["FZ-8.3-2", "2026-03-04", working(10), "2026-03-18"],
    ["FZ-8.3-3", "2026-03-02", working(10), "2026-03-16"],
    ["FZ-8.3-4", "2026-03-03", working(1), "2026-03-04"],
    ["FZ-8.3-5", "2026-03-04", working(1), "2026-03-05"],
    ["FZ-8.4-1", "2026-03-16", working(2), "2026-03-18"],
    ["FZ-8.4-2", "2026-03-18", working(3), "2026-03-23"],
    ["FZ-8.4-3", "2026-03-18", working(3), "2026-03-23"],
    ["FZ-11.1-1", "2026-03-02", working(2), "2026-03-04"],
  ])("%s: from %s, %o, due %s", (_clause, from, term, last) => {
    expect(due(from, term)).toBe(last);
  });
});

describe("a term in calendar days whose last day is a rest day", () => {
  const fixed: DayTerm = { n: 30, unit: "calendarDay" };
  const rolls: DayTerm = { n: 30, unit: "calendarDay", rollsForward: true };

  it.each<[string, string, string, string]>([
    ["ends on a Saturday of a holiday", "2026-09-03", "2026-10-03", "2026-10-08"],
    ["ends on a plain Saturday", "2026-02-05", "2026-03-07", "2026-03-09"],
    ["ends on a make-up Saturday, which is worked", "2026-01-29", "2026-02-28", "2026-02-28"],
    ["ends on a working day", "2026-03-02", "2026-04-01", "2026-04-01"],
  ])("%s", (_what, from, counted, moved) => {
    expect([due(from, fixed), due(from, rolls)]).toEqual([counted, moved]);
  });

  it("names the days that its end was moved over", () => {
    expect(counted("2026-02-05", rolls).days.slice(-3)).toEqual([
      { date: "2026-03-07", day: { kind: "calendar" }, number: 30 },
      { date: "2026-03-08", day: { kind: "weekend" }, number: null },
      { date: "2026-03-09", day: { kind: "working" }, number: null },
    ]);
  });

  it("is not guessed over a year without a calendar", () => {
    const answer = countTerm(calendar, day("2026-12-03"), { n: 30, unit: "calendarDay", rollsForward: true });
    expect(answer).toEqual({ gap: 2027 });
  });
});
