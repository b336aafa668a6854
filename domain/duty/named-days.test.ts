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
  id: "review",
  clause: clauseId("T-1"),
  words: "",
  example: { value: null },
  kind: "duty",
  owner: "holder",
  ownerPost: "clerk",
  start: "done.ask",
  end: ["done.conclude"],
  cancel: [],
  when: [],
  limit: { n: 10, unit: "calendarDay" },
  pauses: [],
  breach: null,
  title: "",
};

function happening(moment: Moment, time: string, values: Happening["values"] = {}): Happening {
  return { moment, at: chinaTime(time), legId: "l1", matterId: null, values };
}

function only(of: DutyRule, now: string, ...happenings: readonly Happening[]) {
  const bodyOf = () => "unit" as OrgId;
  const [duty] = reckon([of], { happenings, holds: () => true, bodyOf, stated: () => null }, calendar, chinaTime(now));
  return duty;
}

describe("the day from which a term is counted", () => {
  const counted: DutyRule = { ...rule, countFrom: "receivedOn" };
  const asked = (receivedOn?: string) =>
    happening("done.ask", "2026-03-10 09:00", receivedOn === undefined ? {} : { receivedOn });

  it("is an earlier one that was named", () => {
    expect(only(counted, "2026-03-10 10:00", asked("2026-03-06"))?.due).toBe("2026-03-16");
    expect(only(counted, "2026-03-10 10:00", asked())?.due).toBe("2026-03-20");
  });

  it("is never one that has yet to come", () => {
    expect(only(counted, "2026-03-10 10:00", asked("2026-05-01"))).toMatchObject({
      startedOn: "2026-03-10",
      due: "2026-03-20",
    });
  });
});

describe("who has said in time why it takes longer", () => {
  const excusable: DutyRule = { ...rule, excusedBy: "done.progress" };
  const asked = happening("done.ask", "2026-03-10 09:00");
  const inTime = happening("done.progress", "2026-03-20 23:00");
  const done = happening("done.conclude", "2026-03-25 09:00");

  it("is not late while it is open, nor when it is done after the last day", () => {
    const open = only(excusable, "2026-03-24 09:00", asked, inTime);
    expect(open).toMatchObject({ state: "reported", overdueSince: null });
    const over = only(excusable, "2026-03-26 09:00", asked, inTime, done);
    expect(over).toMatchObject({ state: "met", overdueSince: null, endedOn: "2026-03-25" });
  });

  it("is late who said it too late, or not at all", () => {
    const late = happening("done.progress", "2026-03-21 09:00");
    for (const story of [
      [asked, late, done],
      [asked, done],
    ]) {
      expect(only(excusable, "2026-03-26 09:00", ...story)).toMatchObject({
        state: "metLate",
        overdueSince: "2026-03-21",
      });
    }
  });
});
