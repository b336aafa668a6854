import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Instant, instant, plainDate, startOfDay } from "../calendar/plain-date.ts";
import type { Term } from "../calendar/term.ts";
import { type CalendarYear, calendarAsOf } from "../calendar/work-calendar.ts";
import type { OrgId } from "../office/org.ts";
import { chinaTime } from "../proof/story.ts";
import { clauseId } from "../rules/clause.ts";
import type { DutyRule } from "../rules/pack.ts";
import type { Moment } from "../rules/vocabulary.ts";
import { type Duty, isOpen } from "./duty.ts";
import { reckon } from "./reckon.ts";
import type { Happening, Timeline } from "./timeline.ts";

/** 2026 with one holiday, Thursday 12 March, and one worked Saturday, 21 March; no other year. */
const year: CalendarYear = {
  year: 2026,
  effectiveFrom: null,
  source: "test",
  holidays: { [plainDate("2026-03-12")]: "假日" },
  makeUpDays: { [plainDate("2026-03-21")]: "假日" },
};
const calendar = calendarAsOf([year], plainDate("2026-01-01"));
const days = (n: number): Term => ({ n, unit: "workingDay" });

const base: DutyRule = {
  id: "reply",
  clause: clauseId("T-1"),
  words: "",
  example: { value: null },
  kind: "duty",
  owner: "holder",
  ownerPost: "clerk",
  start: "unit.received",
  end: ["reply.submitted"],
  cancel: ["leg.ended"],
  when: [],
  limit: days(3),
  pauses: [],
  breach: null,
  title: "",
};
const rework: DutyRule = {
  ...base,
  id: "rework",
  start: "reply.returned",
  end: ["reply.passed"],
  judgedBy: { submitted: "reply.submitted", returned: "reply.returned", passed: "reply.passed" },
};

/** `moment time [leg [matter]]`, such as `unit.received 2026-03-02 09:00 l1`. */
function happenings(...lines: readonly string[]): readonly Happening[] {
  return lines.map((line) => {
    const [moment, date, time, legId, matterId] = line.split(" ");
    return {
      moment: moment as Moment,
      at: chinaTime(`${date} ${time}`),
      legId: legId ?? null,
      matterId: matterId ?? null,
    };
  });
}

function timeline(all: readonly Happening[], over: Partial<Timeline> = {}): Timeline {
  const bodyOf: Timeline["bodyOf"] = (_, { legId }) => (legId ?? "bureau") as OrgId;
  return { happenings: all, holds: () => true, bodyOf, stated: () => null, ...over };
}

function reckoned(rule: DutyRule, now: string, ...lines: readonly string[]): readonly Duty[] {
  return reckon([rule], timeline(happenings(...lines)), calendar, chinaTime(now));
}

function only(rule: DutyRule, now: string, ...lines: readonly string[]): Duty {
  const [duty, ...more] = reckoned(rule, now, ...lines);
  if (!duty || more.length > 0) throw new Error(`${more.length + (duty ? 1 : 0)} duties`);
  return duty;
}

const received = "unit.received 2026-03-02 09:00 l1";

describe("a term runs", () => {
  it("from the day after its start, to 24:00 of its last day", () => {
    const duty = only(base, "2026-03-05 23:59", received);
    expect(duty).toMatchObject({ state: "open", startedOn: "2026-03-02", due: "2026-03-05", overdueSince: null });
    expect(duty.count?.days.map((d) => d.number)).toEqual([1, 2, 3]);
    expect(only(base, "2026-03-06 00:00", received)).toMatchObject({ state: "open", overdueSince: "2026-03-06" });
  });

  it("over holidays and worked weekends as the calendar says", () => {
    expect(only(base, "2026-03-10 09:00", "unit.received 2026-03-10 09:00 l1").due).toBe("2026-03-16");
    expect(only(base, "2026-03-19 09:00", "unit.received 2026-03-19 09:00 l1").due).toBe("2026-03-23");
  });

  it("and does not depend on the hour of the day it starts on", () => {
    for (const time of ["00:00", "12:00", "23:59"]) {
      expect(only(base, "2026-03-02 23:59", `unit.received 2026-03-02 ${time} l1`).due).toBe("2026-03-05");
    }
  });

  it("belongs to the body and post that the rule names", () => {
    expect(only(base, "2026-03-03 09:00", received)).toMatchObject({
      id: "reply/l1/0",
      rule: "reply",
      clause: "T-1",
      kind: "duty",
      owner: "l1",
      ownerPost: "clerk",
      legId: "l1",
      startedAt: chinaTime("2026-03-02 09:00"),
    });
  });

  it("does not run where a condition of the rule fails, or before its start", () => {
    const all = timeline(happenings(received), { holds: (condition) => condition.is !== "track" });
    const rule: DutyRule = { ...base, when: [{ is: "track", value: "public" }] };
    expect(reckon([rule], all, calendar, chinaTime("2026-03-03 09:00"))).toEqual([]);
    expect(reckoned(base, "2026-03-03 09:00", "unit.viewed 2026-03-02 09:00 l1")).toEqual([]);
  });
});

describe("a term ends", () => {
  it.each([
    ["2026-03-02 10:00", "met", null],
    ["2026-03-05 23:59", "met", null],
    ["2026-03-06 00:00", "metLate", "2026-03-06"],
    ["2026-03-20 09:00", "metLate", "2026-03-06"],
  ])("submitted at %s: %s", (time, state, overdueSince) => {
    const duty = only(base, "2026-04-01 09:00", received, `reply.submitted ${time} l1`);
    expect(duty).toMatchObject({ state, overdueSince, endedAt: chinaTime(time), endedOn: time.slice(0, 10) });
    expect(isOpen(duty)).toBe(false);
  });

  it("with the first of several endings", () => {
    const duty = only(
      base,
      "2026-04-01 09:00",
      received,
      "reply.submitted 2026-03-04 09:00 l1",
      "reply.submitted 2026-03-20 09:00 l1",
    );
    expect(duty).toMatchObject({ state: "met", endedOn: "2026-03-04" });
  });

  it("not with what came before its start", () => {
    const duty = only(base, "2026-03-03 09:00", "reply.submitted 2026-03-01 09:00 l1", received);
    expect(duty.state).toBe("open");
  });

  it("not with what another leg did", () => {
    const two = reckoned(
      base,
      "2026-03-04 10:00",
      received,
      "unit.received 2026-03-03 09:00 l2",
      "reply.submitted 2026-03-04 09:00 l2",
    );
    expect(two.map((d) => [d.legId, d.state])).toEqual([
      ["l1", "open"],
      ["l2", "met"],
    ]);
  });

  it("of a matter not with what another matter did, and with what concerns the whole case", () => {
    const rule: DutyRule = {
      ...base,
      start: "matter.unassigned",
      end: ["matter.dispatched"],
      cancel: ["case.refused"],
    };
    const start = "matter.unassigned 2026-03-02 09:00 - m1";
    const line = (...more: readonly string[]) =>
      happenings(start, ...more).map((h) => ({ ...h, legId: null, matterId: h.matterId }));
    const state = (...more: readonly string[]) =>
      reckon([rule], timeline(line(...more)), calendar, chinaTime("2026-03-04 09:00"))[0]?.state;
    expect(state("matter.dispatched 2026-03-03 09:00 - m2")).toBe("open");
    expect(state("matter.dispatched 2026-03-03 09:00 - m1")).toBe("met");
    expect(state("case.refused 2026-03-03 09:00")).toBe("cancelled");
  });

  it("of the whole case with whatever leg or matter it happens on", () => {
    const rule: DutyRule = { ...base, start: "topBureau.received", end: ["matter.dispatched"] };
    const duty = only(
      rule,
      "2026-03-04 09:00",
      "topBureau.received 2026-03-02 09:00",
      "matter.dispatched 2026-03-03 09:00 l1 m1",
    );
    expect(duty).toMatchObject({ id: "reply/case/0", state: "met" });
  });
});

describe("a term falls away", () => {
  it.each(["2026-03-04 09:00", "2026-03-20 09:00"])("at %s, without having been late", (time) => {
    const duty = only(base, "2026-04-01 09:00", received, `leg.ended ${time} l1`);
    expect(duty).toMatchObject({ state: "cancelled", overdueSince: null, endedOn: time.slice(0, 10) });
    expect(isOpen(duty)).toBe(false);
  });

  it("but not once it has been met, nor by the moment that also meets it", () => {
    const submitted = "reply.submitted 2026-03-04 09:00 l1";
    expect(only(base, "2026-03-06 09:00", received, submitted, "leg.ended 2026-03-05 09:00 l1").state).toBe("met");
    expect(only(base, "2026-03-06 09:00", received, "leg.ended 2026-03-04 09:00 l1", submitted).state).toBe("met");
    expect(only(base, "2026-03-06 09:00", received, "leg.ended 2026-03-03 09:00 l1", submitted).state).toBe(
      "cancelled",
    );
  });
});

describe("a term without a number, and one without a calendar", () => {
  it("is owed, has no last day, and is never late", () => {
    const rule: DutyRule = { ...base, limit: null };
    expect(only(rule, "2029-01-01 09:00", received)).toMatchObject({
      state: "open",
      due: null,
      count: null,
      gap: null,
      overdueSince: null,
    });
    expect(only(rule, "2029-01-01 09:00", received, "reply.submitted 2028-01-01 09:00 l1").state).toBe("met");
  });

  it("names the year that is missing instead of a date, and is not late before it is loaded", () => {
    const late = "unit.received 2026-12-30 09:00 l1";
    expect(only(base, "2027-06-01 09:00", late)).toMatchObject({
      due: null,
      gap: 2027,
      overdueSince: null,
      state: "open",
    });
    const loaded = calendarAsOf([year, { ...year, year: 2027, holidays: {}, makeUpDays: {} }], plainDate("2026-01-01"));
    const [duty] = reckon([base], timeline(happenings(late)), loaded, chinaTime("2027-06-01 09:00"));
    expect(duty).toMatchObject({ due: "2027-01-04", gap: null, overdueSince: "2027-01-05" });
  });

  it("that ends on the day it starts is late from the next day, a rest day too", () => {
    const rule: DutyRule = { ...base, limit: { n: 0, unit: "sameDay" } };
    const saturday = "unit.received 2026-03-07 10:00 l1";
    expect(only(rule, "2026-03-07 23:59", saturday)).toMatchObject({ due: "2026-03-07", overdueSince: null });
    expect(only(rule, "2026-03-08 00:00", saturday)).toMatchObject({ overdueSince: "2026-03-08" });
  });

  it("a day that the happening itself sets stands above any limit", () => {
    const asked = happenings("input.asked 2026-03-03 10:00 l2").map((h) => ({ ...h, by: plainDate("2026-03-07") }));
    const rule: DutyRule = { ...base, start: "input.asked", end: ["input.given"], limit: null, by: "set" };
    const at = (now: string, one: DutyRule = rule) => reckon([one], timeline(asked), calendar, chinaTime(now))[0];
    expect(at("2026-03-07 23:59")).toMatchObject({ due: "2026-03-07", count: null, overdueSince: null });
    expect(at("2026-03-09 09:00")).toMatchObject({ overdueSince: "2026-03-08" });
    expect(at("2026-03-03 11:00", { ...rule, limit: days(1) })?.due).toBe("2026-03-07");
  });
});

describe("a pause", () => {
  const rule: DutyRule = { ...base, pauses: [{ from: "unitReturn.requested", until: ["unitReturn.refused"] }] };
  const asked = "unitReturn.requested 2026-03-03 10:00 l1";
  const refused = "unitReturn.refused 2026-03-05 10:00 l1";

  it("stops the clock: no last day, and never late while it stands", () => {
    expect(only(rule, "2026-06-01 09:00", received, asked)).toMatchObject({
      state: "paused",
      due: null,
      overdueSince: null,
    });
    expect(isOpen(only(rule, "2026-06-01 09:00", received, asked))).toBe(true);
  });

  it("gives the days back when it is over, and says which they were", () => {
    const duty = only(rule, "2026-03-05 11:00", received, asked, refused);
    expect(duty).toMatchObject({ state: "open", due: "2026-03-09" });
    expect(duty.count?.days.filter((d) => d.day.kind === "paused").map((d) => d.date)).toEqual([
      "2026-03-04",
      "2026-03-05",
    ]);
  });

  it("of another leg, or before the start, does not count", () => {
    expect(only(rule, "2026-03-03 11:00", received, "unitReturn.requested 2026-03-03 10:00 l2").due).toBe("2026-03-05");
    expect(only(rule, "2026-03-03 11:00", "unitReturn.requested 2026-03-01 10:00 l1", received).due).toBe("2026-03-05");
  });

  it("can be taken more than once", () => {
    const again = ["unitReturn.requested 2026-03-06 10:00 l1", "unitReturn.refused 2026-03-09 10:00 l1"];
    expect(only(rule, "2026-03-09 11:00", received, asked, refused, ...again).due).toBe("2026-03-10");
    expect(only(rule, "2026-03-06 11:00", received, asked, refused, again[0] ?? "").state).toBe("paused");
  });

  it("does not hide that the duty was met or fell away in it", () => {
    expect(only(rule, "2026-06-01 09:00", received, asked, "reply.submitted 2026-05-01 09:00 l1").state).toBe("met");
    expect(only(rule, "2026-06-01 09:00", received, asked, "leg.ended 2026-05-01 09:00 l1").state).toBe("cancelled");
  });

  it("never makes a duty due earlier, whatever it stops and however long", () => {
    const step = fc.record({ start: fc.integer({ min: 0, max: 12 }), length: fc.integer({ min: 0, max: 10 }) });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 150 }),
        fc.integer({ min: 1, max: 15 }),
        fc.array(step, { maxLength: 3 }),
        (offset, n, drawn) => {
          const from = addDays(plainDate("2026-01-05"), offset);
          const at = (later: number): Instant =>
            instant(new Date(Date.parse(startOfDay(addDays(from, later))) + 36e5).toISOString());
          const on = (moment: Moment, later: number): Happening => ({
            moment,
            at: at(later),
            legId: "l1",
            matterId: null,
          });
          const stops = drawn
            .flatMap((p) => [on("unitReturn.requested", p.start), on("unitReturn.refused", p.start + p.length)])
            .sort((a, b) => a.at.localeCompare(b.at));
          const last = (all: readonly Happening[]) =>
            reckon([{ ...rule, limit: days(n) }], timeline([on("unit.received", 0), ...all]), calendar, at(0))[0];
          const [plain, paused] = [last([]), last(stops)];
          if (paused?.state === "paused") return;
          expect((paused?.due ?? "") >= (plain?.due ?? "?")).toBe(true);
        },
      ),
      { seed: 20_260_302, numRuns: 150 },
    );
  });
});

describe("a window", () => {
  const rule: DutyRule = { ...base, kind: "window", end: ["unitReturn.requested"], limit: days(2) };

  it("is open to the end of its last day, and used up when it was used", () => {
    expect(only(rule, "2026-03-04 23:59", received)).toMatchObject({
      kind: "window",
      due: "2026-03-04",
      overdueSince: null,
    });
    expect(only(rule, "2026-03-04 23:59", received, "unitReturn.requested 2026-03-04 09:00 l1")).toMatchObject({
      state: "met",
    });
  });
});

describe("rework is judged by the time it was submitted", () => {
  const returned = "reply.returned 2026-03-02 09:00 l1";
  const submitted = (time: string) => `reply.submitted ${time} l1`;
  const failed = (time: string) => `reply.returned ${time} l1`;
  const passed = (time: string) => `reply.passed ${time} l1`;

  it("nothing submitted: open, and late after the last day", () => {
    expect(only(rework, "2026-03-05 23:59", returned)).toMatchObject({
      state: "open",
      due: "2026-03-05",
      overdueSince: null,
    });
    expect(only(rework, "2026-03-06 00:00", returned)).toMatchObject({ state: "open", overdueSince: "2026-03-06" });
  });

  it("submitted in the window: waits for the verdict, and is not late however long that takes", () => {
    const duty = only(rework, "2026-03-20 09:00", returned, submitted("2026-03-05 23:59"));
    expect(duty).toMatchObject({ state: "awaitingVerdict", overdueSince: null });
    expect(isOpen(duty)).toBe(true);
  });

  it("passed after the window, submitted in it: in time", () => {
    const duty = only(rework, "2026-03-20 09:00", returned, submitted("2026-03-05 10:00"), passed("2026-03-10 09:00"));
    expect(duty).toMatchObject({ state: "met", endedOn: "2026-03-05", overdueSince: null });
  });

  it("failed in the window: open again, and the same window", () => {
    const all = reckoned(
      rework,
      "2026-03-05 09:00",
      returned,
      submitted("2026-03-03 10:00"),
      failed("2026-03-04 09:00"),
    );
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ state: "open", due: "2026-03-05", overdueSince: null });
  });

  it("failed after the window with nothing better: late from the day after the window", () => {
    const duty = only(rework, "2026-03-10 09:00", returned, submitted("2026-03-05 10:00"), failed("2026-03-09 09:00"));
    expect(duty).toMatchObject({ state: "open", overdueSince: "2026-03-06" });
  });

  it("a second try in the window is the one that counts", () => {
    const tries = [submitted("2026-03-03 10:00"), failed("2026-03-04 09:00"), submitted("2026-03-05 17:00")];
    const duty = only(rework, "2026-03-20 09:00", returned, ...tries, passed("2026-03-09 09:00"));
    expect(duty).toMatchObject({ state: "met", endedOn: "2026-03-05" });
  });

  it("a second try after the window is late, passed or not", () => {
    const tries = [submitted("2026-03-03 10:00"), failed("2026-03-04 09:00"), submitted("2026-03-06 09:00")];
    expect(only(rework, "2026-03-06 10:00", returned, ...tries)).toMatchObject({
      state: "awaitingVerdict",
      overdueSince: "2026-03-06",
    });
    expect(only(rework, "2026-03-20 09:00", returned, ...tries, passed("2026-03-09 09:00"))).toMatchObject({
      state: "metLate",
      endedOn: "2026-03-06",
      overdueSince: "2026-03-06",
    });
  });

  it("each leg has its own window", () => {
    const all = reckoned(rework, "2026-03-06 09:00", returned, "reply.returned 2026-03-04 09:00 l2");
    expect(all.map((d) => [d.legId, d.due])).toEqual([
      ["l1", "2026-03-05"],
      ["l2", "2026-03-09"],
    ]);
  });
});

describe("occurrences", () => {
  const audit: DutyRule = {
    ...base,
    id: "audit",
    start: "reply.submitted",
    end: ["reply.passed", "reply.returned"],
    limit: days(2),
  };
  const story = [
    "reply.submitted 2026-03-02 09:00 l1",
    "reply.returned 2026-03-03 09:00 l1",
    "reply.submitted 2026-03-05 09:00 l1",
    "reply.passed 2026-03-10 09:00 l1",
  ];

  it("a rule owes again at each start, each time with its own term", () => {
    expect(reckoned(audit, "2026-04-01 09:00", ...story).map((d) => [d.id, d.due, d.state])).toEqual([
      ["audit/l1/0", "2026-03-04", "met"],
      ["audit/l1/1", "2026-03-09", "metLate"],
    ]);
  });

  it("what has begun keeps its id while the case goes on", () => {
    const ids = (n: number) => reckoned(audit, "2026-04-01 09:00", ...story.slice(0, n)).map((d) => d.id);
    for (let n = 1; n < story.length; n += 1) expect(ids(story.length).slice(0, ids(n).length)).toEqual(ids(n));
  });

  it("rules are reckoned in their own order, beside each other", () => {
    const both = reckon(
      [audit, base],
      timeline(happenings(received, ...story)),
      calendar,
      chinaTime("2026-04-01 09:00"),
    );
    expect(both.map((d) => d.rule)).toEqual(["audit", "audit", "reply"]);
  });
});

describe("a last day that a formality has named", () => {
  const named = (rule: DutyRule, day: string | null, by?: string): Duty | undefined => {
    const [start, ...rest] = happenings(received);
    const all = [{ ...start, ...(by ? { by: plainDate(by) } : {}) } as Happening, ...rest];
    const stated: Timeline["stated"] = (name) => (name === "superiorsDay" ? day : null);
    return reckon([rule], timeline(all, { stated }), calendar, chinaTime("2026-03-02 10:00"))[0];
  };
  const earlier: DutyRule = { ...base, by: "earlier", byField: "superiorsDay" };

  it("counts where it is earlier than the term, and where it is later the term does", () => {
    expect(named(earlier, "2026-03-04")).toMatchObject({ due: "2026-03-04", count: null });
    expect(named(earlier, "2026-03-20")).toMatchObject({ due: "2026-03-05" });
    expect(named(earlier, null)).toMatchObject({ due: "2026-03-05" });
  });

  it("and the sender's day: whichever comes first", () => {
    expect(named(earlier, "2026-03-04", "2026-03-03")?.due).toBe("2026-03-03");
    expect(named(earlier, "2026-03-03", "2026-03-04")?.due).toBe("2026-03-03");
  });

  it("is the only day where the regulation has none, and none where nobody named one", () => {
    const open: DutyRule = { ...base, limit: null, by: "set", byField: "superiorsDay" };
    expect(named(open, "2026-03-20")?.due).toBe("2026-03-20");
    expect(named(open, null)?.due).toBeNull();
  });
});

describe("a flag", () => {
  const rule: DutyRule = {
    ...base,
    flaggedWhile: { from: "countyReturn.requested", until: ["countyReturn.accepted", "countyReturn.refused"] },
  };
  const asked = "countyReturn.requested 2026-03-03 09:00 l1";

  it("stands while the other thing is pending, and does not touch the date", () => {
    expect(only(rule, "2026-03-03 08:00", received)).toMatchObject({ flagged: false, due: "2026-03-05" });
    expect(only(rule, "2026-03-06 09:00", received, asked)).toMatchObject({
      flagged: true,
      due: "2026-03-05",
      overdueSince: "2026-03-06",
    });
    expect(only(rule, "2026-03-06 09:00", received, asked, "countyReturn.refused 2026-03-04 09:00 l1").flagged).toBe(
      false,
    );
  });

  it("stands again for a second asking", () => {
    const again = [asked, "countyReturn.refused 2026-03-04 09:00 l1", "countyReturn.requested 2026-03-05 09:00 l1"];
    expect(only(rule, "2026-03-06 09:00", received, ...again).flagged).toBe(true);
  });

  it("is never there for a rule that takes note of nothing", () => {
    expect(only(base, "2026-03-06 09:00", received, asked).flagged).toBe(false);
  });
});
