import { describe, expect, it } from "vitest";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { type PlainDate, plainDate } from "./plain-date.ts";
import { countTerm } from "./term.ts";
import { type CalendarYear, calendarAsOf, dayKind, isGap, isWorked } from "./work-calendar.ts";

const day = plainDate;
const today = day("2026-11-21");
const national = calendarAsOf(nationalYears, today);

function year(number: number, effectiveFrom: string | null, holidays: Record<string, string> = {}, makeUpDays = {}) {
  return {
    year: number,
    effectiveFrom: effectiveFrom === null ? null : day(effectiveFrom),
    source: "test",
    holidays,
    makeUpDays,
  } as CalendarYear;
}

describe("what a day is in 2026", () => {
  it.each<[string, object]>([
    ["2026-03-02", { kind: "working" }],
    ["2026-03-07", { kind: "weekend" }],
    ["2026-03-08", { kind: "weekend" }],
    ["2026-10-01", { kind: "holiday", name: "国庆节" }],
    ["2026-10-03", { kind: "holiday", name: "国庆节" }],
    ["2026-02-16", { kind: "holiday", name: "春节" }],
    ["2026-02-28", { kind: "makeUp", name: "春节" }],
    ["2026-01-04", { kind: "makeUp", name: "元旦" }],
    ["2026-10-10", { kind: "makeUp", name: "国庆节" }],
    ["2026-10-08", { kind: "working" }],
  ])("%s", (date, kind) => {
    expect(dayKind(national, day(date))).toEqual(kind);
  });

  it("holidays and make-up days are those that the requirement assumes", () => {
    const of2026 = national.get(2026);
    const range = (from: string, to: string) =>
      Object.keys(of2026?.holidays ?? {}).filter((date) => date >= from && date <= to).length;
    const spans = [
      ["2026-01-01", "2026-01-03", 3],
      ["2026-02-15", "2026-02-23", 9],
      ["2026-04-04", "2026-04-06", 3],
      ["2026-05-01", "2026-05-05", 5],
      ["2026-06-19", "2026-06-21", 3],
      ["2026-09-25", "2026-09-27", 3],
      ["2026-10-01", "2026-10-07", 7],
    ] as const;
    for (const [from, to, days] of spans) expect(range(from, to)).toBe(days);
    expect(Object.keys(of2026?.holidays ?? {})).toHaveLength(33);
    expect(Object.keys(of2026?.makeUpDays ?? {}).sort()).toEqual([
      "2026-01-04",
      "2026-02-14",
      "2026-02-28",
      "2026-05-09",
      "2026-09-20",
      "2026-10-10",
    ]);
  });

  it("a day that is worked is a plain working day or a make-up day, and nothing else", () => {
    expect(isWorked({ kind: "working" })).toBe(true);
    expect(isWorked({ kind: "makeUp", name: "春节" })).toBe(true);
    expect(isWorked({ kind: "weekend" })).toBe(false);
    expect(isWorked({ kind: "holiday", name: "春节" })).toBe(false);
  });

  it("a make-up day stands above a holiday of the same date", () => {
    const odd = calendarAsOf([year(2026, null, { "2026-02-28": "春节" }, { "2026-02-28": "春节" })], today);
    expect(dayKind(odd, day("2026-02-28"))).toEqual({ kind: "makeUp", name: "春节" });
  });
});

describe("a year that is not loaded", () => {
  it("is a refusal that names the year, never a guess from the weekday", () => {
    expect(dayKind(national, day("2027-01-04"))).toEqual({ gap: 2027 });
    expect(isGap(dayKind(national, day("2027-01-04")))).toBe(true);
    expect(isGap(dayKind(national, day("2026-12-31")))).toBe(false);
  });

  it("stops a count that would run into it, and no count that ends before it", () => {
    expect(countTerm(national, day("2026-12-28"), { n: 10, unit: "workingDay" })).toEqual({ gap: 2027 });
    expect(countTerm(national, day("2026-12-31"), { n: 1, unit: "workingDay" })).toEqual({ gap: 2027 });
    expect(countTerm(national, day("2026-12-17"), { n: 10, unit: "workingDay" })).toMatchObject({ due: "2026-12-31" });
    expect(countTerm(national, day("2026-12-18"), { n: 10, unit: "workingDay" })).toEqual({ gap: 2027 });
  });

  it("does not stop calendar days or the same day, which need no calendar", () => {
    expect(countTerm(national, day("2026-12-28"), { n: 10, unit: "calendarDay" })).toMatchObject({ due: "2027-01-07" });
    expect(countTerm(national, day("2027-05-01"), { n: 0, unit: "sameDay" })).toMatchObject({ due: "2027-05-01" });
  });

  it("is named also where it is a hole between two loaded years", () => {
    const holed = calendarAsOf([year(2025, null), year(2027, null)], today);
    expect(countTerm(holed, day("2025-12-30"), { n: 3, unit: "workingDay" })).toEqual({ gap: 2026 });
  });
});

describe("versions of a year", () => {
  const first = year(2027, "2026-11-04", { "2027-01-01": "元旦" });
  const amended = year(2027, "2026-12-20", { "2027-01-01": "元旦", "2027-01-04": "元旦" });
  const asOf = (date: string, versions: readonly CalendarYear[] = [first, amended]) =>
    calendarAsOf(versions, day(date)).get(2027);

  it("no version is there before its notice", () => expect(asOf("2026-11-03")).toBeUndefined());

  it.each([
    ["2026-11-04", first],
    ["2026-12-19", first],
    ["2026-12-20", amended],
    ["2027-06-01", amended],
  ])("on %s the newest one whose day has come is in force", (date, version) => {
    expect(asOf(date)).toBe(version);
    expect(asOf(date, [amended, first])).toBe(version);
  });

  it("a built-in year gives way to any dated version, in whatever order they come", () => {
    const builtIn = year(2027, null);
    for (const versions of [
      [builtIn, first],
      [first, builtIn],
    ]) {
      expect(asOf("2026-11-03", versions)).toBe(builtIn);
      expect(asOf("2026-11-04", versions)).toBe(first);
    }
  });

  it("an amendment moves a due date from its day of effect on, not before", () => {
    const due = (date: string) => {
      const calendar = calendarAsOf([...nationalYears, first, amended], day(date));
      return countTerm(calendar, day("2026-12-31") as PlainDate, { n: 1, unit: "workingDay" });
    };
    expect(due("2026-11-03")).toEqual({ gap: 2027 });
    expect(due("2026-12-19")).toMatchObject({ due: "2027-01-04" });
    expect(due("2026-12-20")).toMatchObject({ due: "2027-01-05" });
  });

  it("years do not touch each other", () => {
    const calendar = calendarAsOf([...nationalYears, first], today);
    expect(calendar.get(2026)).toBe(national.get(2026));
    expect([...calendar.keys()]).toContain(2004);
  });
});
