import { expect, it } from "vitest";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { plainDate } from "../calendar/plain-date.ts";
import { calendarAsOf } from "../calendar/work-calendar.ts";
import type { OrgId } from "../office/org.ts";
import { type LivedReply, whatIf } from "./what-if.ts";

const today = plainDate("2026-03-31");
const calendar = calendarAsOf(nationalYears, today);
const lived = (orgId: string, received: string, answered: string | null, late: boolean): LivedReply => ({
  orgId: orgId as OrgId,
  received: plainDate(received),
  answered: answered === null ? null : plainDate(answered),
  late,
});

const replies = [
  lived("water", "2026-03-02", "2026-03-06", false),
  lived("water", "2026-03-02", "2026-03-12", false),
  lived("light", "2026-03-02", "2026-03-20", true),
  lived("light", "2026-03-24", null, false),
];

it("counts for each unit what is late now and what would be under five working days", () => {
  expect(whatIf(replies, { n: 5, unit: "workingDay" }, calendar, today)).toEqual([
    { orgId: "light", total: 2, late: 1, wouldBeLate: 1 },
    { orgId: "water", total: 2, late: 0, wouldBeLate: 1 },
  ]);
});

it("judges what is still unanswered as of today", () => {
  expect(whatIf(replies, { n: 4, unit: "workingDay" }, calendar, today)).toContainEqual({
    orgId: "light",
    total: 2,
    late: 1,
    wouldBeLate: 2,
  });
});

it("a year without a calendar stops the count", () => {
  expect(
    whatIf([lived("water", "2050-01-02", "2050-02-01", false)], { n: 5, unit: "workingDay" }, calendar, today),
  ).toEqual({
    gap: 2050,
  });
});
