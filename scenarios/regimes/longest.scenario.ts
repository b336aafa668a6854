import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../../domain/calendar/work-calendar.ts";
import { tell } from "../../domain/proof/story.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { buildDesk } from "../../cli/desk-build.ts";
import { openBrowser } from "../browser/browser.ts";
import { livesThrough } from "./lives-through.ts";
import type { LongestPath } from "./lives-through.ts";
import { longestPaths } from "./longest-paths.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));

let browser: Browser;

beforeAll(async () => {
  buildDesk(() => undefined);
  browser = await openBrowser();
});
afterAll(() => browser.close());

it.each(longestPaths)(
  "$pack.id: the longest path of the regulation, at the desk of everybody who has a part in it",
  async (path: LongestPath) => {
    const { stage, complaints, seen, apart } = await livesThrough(path, browser);
    const { pack, filing, steps } = path;
    const told = tell(filing, steps, null, { pack, calendar });
    expect(told.refused).toBeNull();
    expect(stage).toBe(told.kase.stage);
    expect(complaints).toEqual([]);
    expect(apart).toEqual([]);
    expect(seen.size).toBeGreaterThan(2);
  },
  300_000,
);
