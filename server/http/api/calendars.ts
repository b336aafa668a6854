import type { FastifyInstance } from "fastify";
import type { z } from "zod";
import { calendars } from "../../../contract/calendars.ts";
import { dayOf, yearOf } from "../../../domain/calendar/plain-date.ts";
import type { CalendarYear } from "../../../domain/calendar/work-calendar.ts";
import { calendarDoubts, calendarFault } from "../../../domain/calendar/year-check.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { applyCalendar, previewCalendar } from "../../actions/office/load-calendar.ts";
import { signedBy } from "../../store/office/office-events.ts";
import type { World } from "../../store/world.ts";
import { mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { fault } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";

/** Working calendars: what is loaded, what a new one would move, and loading one for the region itself. */
export function calendarDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, calendars.years, async () => {
    const world = await worldOf(shop);
    const now = house.now();
    const loaded = [...world.calendar(now).values()].sort((a, b) => b.year - a.year);
    const thisYear = yearOf(dayOf(now));
    const missing = [thisYear, thisYear + 1].find((year) => !loaded.some((y) => y.year === year)) ?? null;
    return {
      years: loaded.map((y) => ({
        ...y,
        own: y.own === true,
        holidays: { ...y.holidays },
        makeUpDays: { ...y.makeUpDays },
      })),
      missing,
    };
  });

  hang(app, shop, calendars.preview, async ({ body, caller }) => {
    mustHold(caller, "administrator");
    const year = checked(body);
    const moved = await previewCalendar(house, region, { region }, year);
    const world = await worldOf(shop);
    const both = moved.filter((m) => m.before !== null && m.after !== null);
    return {
      earlier: both.filter((m) => (m.after ?? "") < (m.before ?? "")).length,
      later: both.filter((m) => (m.after ?? "") > (m.before ?? "")).length,
      nowKnown: moved.filter((m) => m.before === null).length,
      overdue: moved.filter((m) => m.overdue).length,
      rows: moved.slice(0, 500).map((m) => ({
        caseId: m.caseId,
        number: m.number,
        title: m.title,
        org: m.orgId ? orgName(world, m.orgId) : "",
        before: m.before,
        after: m.after,
      })),
      doubts: doubtsIn(year, world),
    };
  });

  hang(app, shop, calendars.load, async ({ body, caller, once }) => {
    mustHold(caller, "administrator");
    const year = checked(body);
    const doubts = doubtsIn(year, await worldOf(shop));
    if (doubts.length > 0 && !body.meant) throw fault(422, "calendar.doubtful", { doubts });
    const moved = (await previewCalendar(house, region, { region }, year)).length;
    const by = signedBy(caller.actor);
    return { moved: await applyCalendar(house, { region }, year, by, once, moved) };
  });
}

/** What is doubtful about a year, in words. */
function doubtsIn(year: CalendarYear, world: World): string[] {
  const years = [...new Set(world.calendarVersions.map((one) => one.year))];
  return calendarDoubts(year, years).map((doubt) => fill(zh.calendarDoubts[doubt.is], { ...doubt }));
}

function checked(input: z.output<typeof calendars.load.body>): CalendarYear {
  const { meant: _, ...year } = input;
  const wrong = calendarFault(year);
  if (wrong) throw fault(422, wrong.code, { year: year.year, day: wrong.day });
  return year;
}
