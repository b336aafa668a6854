import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { chinaTime } from "../proof/story.ts";
import { type ClockPause, type ClockTerm, countClock, type ServiceHours, shifted } from "./clock.ts";
import { addMonths, type Instant, plainDate, timeOfDay } from "./plain-date.ts";
import { calendarAsOf, type WorkCalendar } from "./work-calendar.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));
const daily: ServiceHours = { from: "08:00", to: "20:00", days: "every" };
const office: ServiceHours = { from: "09:00", to: "17:00", days: "working" };

const dueAt = (start: string, term: ClockTerm, pauses: readonly ClockPause[] = []) => {
  const count = countClock(calendar, chinaTime(start), term, pauses);
  if (!("dueAt" in count)) throw new Error(JSON.stringify(count));
  return count.dueAt;
};
const hours = (n: number, within?: ServiceHours): ClockTerm => ({ n, unit: "hour", ...(within ? { within } : {}) });

describe("a term by the clock", () => {
  it.each<[string, string, ClockTerm, string]>([
    ["two hours over midnight", "2026-03-02 23:30", hours(2), "2026-03-03 01:30"],
    ["twenty-four hours are no day of the calendar", "2026-03-02 00:05", hours(24), "2026-03-03 00:05"],
    ["a quarter of an hour", "2026-03-02 09:50", { n: 15, unit: "minute" }, "2026-03-02 10:05"],
    ["over a holiday, where it runs round the clock", "2026-09-30 23:00", hours(2), "2026-10-01 01:00"],
    ["within the hours of every day", "2026-03-07 19:00", hours(2, daily), "2026-03-08 09:00"],
    ["that ends as the hours end", "2026-03-02 18:00", hours(2, daily), "2026-03-02 20:00"],
    ["that comes before the hours begin", "2026-03-02 03:00", hours(2, daily), "2026-03-02 10:00"],
    ["within the hours of working days, over a weekend", "2026-03-06 16:00", hours(2, office), "2026-03-09 10:00"],
    ["onto a Saturday that is worked", "2026-02-27 16:00", hours(2, office), "2026-02-28 10:00"],
    ["over National Day", "2026-09-30 16:30", hours(1, office), "2026-10-08 09:30"],
    ["over several days", "2026-03-02 09:00", hours(20, office), "2026-03-04 13:00"],
  ])("%s: %s", (_what, start, term, end) => expect(dueAt(start, term)).toBe(chinaTime(end)));

  it("names what counts and what does not", () => {
    const count = countClock(calendar, chinaTime("2026-03-06 16:00"), hours(2, office));
    expect("stretches" in count && count.stretches.map(({ kind, to }) => [kind, timeOfDay(to)])).toEqual([
      ["runs", "17:00"],
      ["closed", "09:00"],
      ["runs", "10:00"],
    ]);
  });

  it("stands from the minute a pause begins to the minute it ends, and for ever while it lasts", () => {
    const pause = (from: string, until: string | null): ClockPause => ({
      from: chinaTime(from),
      until: until === null ? null : chinaTime(until),
      why: "asked",
    });
    expect(dueAt("2026-03-02 09:00", hours(4), [pause("2026-03-02 10:10", "2026-03-02 11:40")])).toBe(
      chinaTime("2026-03-02 14:30"),
    );
    expect(dueAt("2026-03-06 16:00", hours(2, office), [pause("2026-03-06 18:00", "2026-03-09 09:30")])).toBe(
      chinaTime("2026-03-09 10:30"),
    );
    expect(countClock(calendar, chinaTime("2026-03-02 09:00"), hours(4), [pause("2026-03-02 10:00", null)])).toEqual({
      standsSince: chinaTime("2026-03-02 10:00"),
      why: "asked",
    });
  });

  it("is a gap where the calendar of its working days is not loaded, and needs none round the clock", () => {
    const none: WorkCalendar = new Map();
    expect(countClock(none, chinaTime("2026-03-02 09:00"), hours(2, office))).toEqual({ gap: 2026 });
    expect(countClock(none, chinaTime("2026-03-02 09:00"), hours(2))).toMatchObject({
      dueAt: chinaTime("2026-03-02 11:00"),
    });
  });

  it("runs exactly as long as it says, however it is paused", () => {
    const start = Date.parse(chinaTime("2026-03-02 09:00"));
    const later = (minutes: number) => new Date(start + minutes * 60_000).toISOString() as Instant;
    const pauses = fc.array(fc.tuple(fc.nat(3_000), fc.integer({ min: 1, max: 600 })), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(undefined, daily, office),
        pauses,
        (n, within, all) => {
          const standing = all.map(([from, span]) => ({ from: later(from), until: later(from + span), why: "p" }));
          const count = countClock(calendar, later(0), hours(n, within), standing);
          if (!("stretches" in count)) throw new Error("no end");
          const runs = count.stretches.filter(({ kind }) => kind === "runs");
          const ran = runs.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
          const joined = count.stretches.every(({ from }, i) => i === 0 || from === count.stretches[i - 1]?.to);
          const untouched = runs.every((run) => standing.every((p) => run.to <= p.from || run.from >= p.until));
          expect(ran).toBe(n * 3_600_000);
          expect([joined, untouched, count.dueAt === runs.at(-1)?.to]).toEqual([true, true, true]);
        },
      ),
    );
  });
});

describe("what comes outside the hours", () => {
  const shift = { outside: office, to: { time: "10:00", days: "working" } } as const;

  it.each([
    ["2026-03-02 09:00", "2026-03-02 09:00"],
    ["2026-03-02 17:00", "2026-03-03 10:00"],
    ["2026-03-03 03:00", "2026-03-03 10:00"],
    ["2026-03-06 22:00", "2026-03-09 10:00"],
    ["2026-10-02 11:00", "2026-10-08 10:00"],
  ])("of %s counts from %s", (at, from) => {
    expect(shifted(calendar, chinaTime(at), shift)).toBe(chinaTime(from));
  });
});

describe("months", () => {
  it.each([
    ["2026-01-15", 6, "2026-07-15", "2026-07-15"],
    ["2026-08-31", 6, "2027-02-28", "2027-03-01"],
    ["2027-08-31", 6, "2028-02-29", "2028-03-01"],
    ["2026-12-31", 1, "2027-01-31", "2027-01-31"],
    ["2026-10-31", 1, "2026-11-30", "2026-12-01"],
  ])("%s and %i end on %s, or on %s where the regulation moves it on", (from, n, last, next) => {
    expect(addMonths(plainDate(from), n, "lastDay")).toBe(last);
    expect(addMonths(plainDate(from), n, "nextDay")).toBe(next);
  });
});
