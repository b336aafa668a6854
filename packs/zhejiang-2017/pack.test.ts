import { expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import { checkPack } from "../../domain/proof/check-pack.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { zhejiang2017 as pack } from "./index.ts";

it("may be put in force", () => {
  expect(checkPack(pack, [pack], calendarAsOf(nationalYears, plainDate("2026-11-21")))).toEqual([]);
});
