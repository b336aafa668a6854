import { describe, expect, it } from "vitest";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { plainDate } from "../calendar/plain-date.ts";
import { calendarAsOf } from "../calendar/work-calendar.ts";
import type { OrgId } from "../office/org.ts";
import { chinaTime } from "../proof/story.ts";
import { clauseId } from "../rules/clause.ts";
import type { DutyRule } from "../rules/pack.ts";
import type { Moment } from "../rules/vocabulary.ts";
import { reckon } from "./reckon.ts";
import type { Happening } from "./timeline.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-01-01"));

const rule: DutyRule = {
  id: "answer",
  clause: clauseId("T-1"),
  words: "",
  example: { value: null },
  kind: "duty",
  owner: "holder",
  ownerPost: "clerk",
  start: "unit.received",
  end: ["reply.submitted"],
  cancel: [],
  when: [],
  limit: { n: 2, unit: "hour" },
  pauses: [{ from: "input.asked", until: ["input.given"] }],
  breach: null,
  title: "",
};

const on = (moment: Moment, time: string): Happening => ({
  moment,
  at: chinaTime(time),
  legId: "l1",
  matterId: null,
});

function at(now: string, happenings: readonly Happening[], of: Partial<DutyRule> = {}) {
  const timeline = { happenings, holds: () => true, bodyOf: () => "unit" as OrgId, stated: () => null };
  const [duty] = reckon([{ ...rule, ...of }], timeline, calendar, chinaTime(now));
  if (!duty) throw new Error("no duty");
  return duty;
}

const late = on("unit.received", "2026-03-02 23:30");

describe("a duty whose term ends by the clock", () => {
  it("is over to the minute: not after forty minutes of the next day, and not before its two hours are", () => {
    expect(at("2026-03-03 00:10", [late])).toMatchObject({
      due: "2026-03-03",
      dueAt: chinaTime("2026-03-03 01:30"),
      state: "open",
      overdueSince: null,
    });
    expect(at("2026-03-03 01:30", [late]).overdueSince).toBeNull();
    expect(at("2026-03-03 01:31", [late]).overdueSince).toBe("2026-03-03");
  });

  it("is met by the minute as well", () => {
    expect(at("2026-03-04 09:00", [late, on("reply.submitted", "2026-03-03 01:30")]).state).toBe("met");
    expect(at("2026-03-04 09:00", [late, on("reply.submitted", "2026-03-03 01:31")])).toMatchObject({
      state: "metLate",
      overdueSince: "2026-03-03",
    });
  });

  it("twenty-four hours are late after twenty-four hours, on the same day of the calendar", () => {
    const limit = { n: 24, unit: "hour" } as const;
    const start = [on("unit.received", "2026-03-02 00:05")];
    expect(at("2026-03-03 00:05", start, { limit }).overdueSince).toBeNull();
    expect(at("2026-03-03 00:06", start, { limit }).overdueSince).toBe("2026-03-03");
  });

  it("ends with the day before when it ends at midnight", () => {
    const start = [on("unit.received", "2026-03-02 22:00")];
    expect(at("2026-03-02 23:00", start)).toMatchObject({ due: "2026-03-02", dueAt: chinaTime("2026-03-03 00:00") });
  });

  it("stands while its clock is paused, and runs on afterwards", () => {
    const start = on("unit.received", "2026-03-02 09:00");
    const asked = [start, on("input.asked", "2026-03-02 09:30")];
    expect(at("2026-03-05 09:00", asked)).toMatchObject({ state: "paused", due: null, dueAt: null });
    const given = [...asked, on("input.given", "2026-03-04 10:00")];
    expect(at("2026-03-04 10:00", given).dueAt).toBe(chinaTime("2026-03-04 11:30"));
  });

  it("runs on from its last moment by hours, from its last day by days", () => {
    const start = on("unit.received", "2026-03-02 09:00");
    const granted: Happening = { ...on("term.extended", "2026-03-02 10:00"), days: 3 };
    const hour = { granted: "term.extended", most: { n: 4, unit: "hour" } } as const;
    const day = { granted: "term.extended", most: { n: 4, unit: "workingDay" } } as const;
    expect(at("2026-03-02 10:00", [start, granted], { extension: hour }).dueAt).toBe(chinaTime("2026-03-02 14:00"));
    expect(at("2026-03-02 10:00", [start, granted], { extension: day })).toMatchObject({
      due: "2026-03-05",
      dueAt: null,
      extendedFrom: "2026-03-02",
    });
    const tooLate = { ...granted, at: chinaTime("2026-03-02 11:01") };
    expect(at("2026-03-02 11:01", [start, tooLate], { extension: hour }).dueAt).toBe(chinaTime("2026-03-02 11:00"));
  });

  it("a window by the clock closes at its moment, and what begins then begins then", () => {
    const window: DutyRule = { ...rule, id: "w", kind: "window", end: ["petitioner.rated"], pauses: [] };
    const then: DutyRule = { ...rule, id: "then", start: "over.w", limit: { n: 1, unit: "hour" }, pauses: [] };
    const timeline = {
      happenings: [on("unit.received", "2026-03-02 09:00")],
      holds: () => true,
      bodyOf: () => "unit" as OrgId,
      stated: () => null,
    };
    const duties = (now: string) => reckon([window, then], timeline, calendar, chinaTime(now));
    expect(duties("2026-03-02 11:00")).toHaveLength(1);
    expect(duties("2026-03-02 11:01").at(-1)).toMatchObject({ rule: "then", dueAt: chinaTime("2026-03-02 12:00") });
  });
});

describe("a term in months", () => {
  it("ends on the day of the same number, its shift before it", () => {
    const start = [on("unit.received", "2026-03-31 19:00")];
    const month = { n: 6, unit: "month", shortMonth: "lastDay" } as const;
    expect(at("2026-04-01 09:00", start, { limit: month })).toMatchObject({ due: "2026-09-30", dueAt: null });
    const shift = {
      outside: { from: "09:00", to: "17:00", days: "working" },
      to: { time: "09:00", days: "working" },
    } as const;
    expect(at("2026-04-01 09:00", start, { limit: { ...month, shift } }).due).toBe("2026-10-01");
  });
});
