import fc from "fast-check";
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

/** Five working days, which the head of the organ may make longer by at most thirty calendar days. */
const rule: DutyRule = {
  id: "reply",
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
  limit: { n: 5, unit: "workingDay" },
  extension: { granted: "term.extended", most: { n: 30, unit: "calendarDay" } },
  pauses: [],
  breach: null,
  title: "",
};

function happening(moment: Moment, time: string, days?: number): Happening {
  return { moment, at: chinaTime(time), legId: "l1", matterId: null, ...(days === undefined ? {} : { days }) };
}

function only(now: string, happenings: readonly Happening[], of: DutyRule = rule) {
  const bodyOf = () => "unit" as OrgId;
  const [duty] = reckon([of], { happenings, holds: () => true, bodyOf, stated: () => null }, calendar, chinaTime(now));
  if (!duty) throw new Error("no duty");
  return duty;
}

const received = happening("unit.received", "2026-03-02 09:00");

describe("an extension", () => {
  it("counts on from the last day there was: Monday 9 March and ten calendar days", () => {
    const duty = only("2026-03-10 09:00", [received, happening("term.extended", "2026-03-06 10:00", 10)]);
    expect(duty).toMatchObject({ due: "2026-03-19", extendedFrom: "2026-03-09", state: "open", overdueSince: null });
    expect(duty.count?.days.at(-1)).toMatchObject({ date: "2026-03-19", number: 10 });
  });

  it("has no maximum where the regulation sets none: all that was granted counts", () => {
    const open: DutyRule = {
      ...rule,
      extension: { granted: "term.extended", most: { n: null, unit: "calendarDay" } },
    };
    const granted = [received, happening("term.extended", "2026-03-06 10:00", 40)];
    expect(only("2026-03-06 11:00", granted, open).due).toBe("2026-04-18");
    expect(only("2026-03-06 11:00", granted).due).toBe("2026-04-08");
  });

  it("counts only once the petitioner was told of it, where the rule asks for that", () => {
    const told = { ...rule, extension: { ...rule.extension, told: "told.extension" } } as DutyRule;
    const granted = [received, happening("term.extended", "2026-03-06 10:00", 10)];
    expect(only("2026-03-06 11:00", granted, told)).toMatchObject({ due: "2026-03-09", extendedFrom: null });
    const both = [...granted, happening("told.extension", "2026-03-06 12:00")];
    expect(only("2026-03-10 09:00", both, told)).toMatchObject({ due: "2026-03-19", extendedFrom: "2026-03-09" });
    const before = [received, happening("told.extension", "2026-03-05 12:00"), ...granted.slice(1)];
    expect(only("2026-03-06 11:00", before, told).due).toBe("2026-03-09");
  });

  it("comes too late after the last day: granted then, or told then where the petitioner has to know", () => {
    const late = [received, happening("term.extended", "2026-03-10 10:00", 10)];
    expect(only("2026-03-10 11:00", late)).toMatchObject({ due: "2026-03-09", overdueSince: "2026-03-10" });
    const told = { ...rule, extension: { ...rule.extension, told: "told.extension" } } as DutyRule;
    const granted = [received, happening("term.extended", "2026-03-09 10:00", 10)];
    const saidLate = [...granted, happening("told.extension", "2026-03-10 09:00")];
    expect(only("2026-03-10 11:00", saidLate, told)).toMatchObject({ due: "2026-03-09", extendedFrom: null });
  });

  it("may be followed by another one before the new last day", () => {
    const first = happening("term.extended", "2026-03-09 10:00", 10);
    const both = [received, first, happening("term.extended", "2026-03-19 10:00", 5)];
    expect(only("2026-03-19 11:00", both)).toMatchObject({ due: "2026-03-24", extendedFrom: "2026-03-09" });
  });

  it("never gives more than the most, in however many steps", () => {
    const granted = [20, 20].map((n, i) => happening("term.extended", `2026-03-0${i + 4} 10:00`, n));
    expect(only("2026-03-10 09:00", [received, ...granted]).due).toBe("2026-04-08");
  });

  it("comes too late once the answer is in", () => {
    const late = [
      received,
      happening("reply.submitted", "2026-03-11 10:00"),
      happening("term.extended", "2026-03-12 10:00", 10),
    ];
    expect(only("2026-03-20 09:00", late)).toMatchObject({ due: "2026-03-09", extendedFrom: null, state: "metLate" });
  });

  it("is nothing where the regulation knows none", () => {
    const { extension: _, ...plain } = rule;
    const duty = only("2026-03-10 09:00", [received, happening("term.extended", "2026-03-06 10:00", 10)], plain);
    expect(duty).toMatchObject({ due: "2026-03-09", extendedFrom: null });
  });

  it("into a year without a calendar gives no date but the year that is missing", () => {
    const working: DutyRule = {
      ...rule,
      extension: { granted: "term.extended", most: { n: 400, unit: "workingDay" } },
    };
    const duty = only("2026-03-10 09:00", [received, happening("term.extended", "2026-03-06 10:00", 400)], working);
    expect(duty).toMatchObject({ due: null, gap: 2027 });
  });

  it("never makes a duty due earlier", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3 }), (grants) => {
        const granted = grants.map((n) => happening("term.extended", "2026-03-05 10:00", n));
        const duty = only("2026-03-06 09:00", [received, ...granted]);
        expect((duty.due ?? "") >= "2026-03-09").toBe(true);
        expect((duty.due ?? "") <= "2026-04-08").toBe(true);
      }),
      { seed: 20_260_302, numRuns: 100 },
    );
  });
});
