import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import { type CalendarYear, calendarAsOf } from "../../../domain/calendar/work-calendar.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { dutiesOf } from "../../../domain/case/timeline.ts";
import { type Duty, isOpen } from "../../../domain/duty/duty.ts";
import type { OfficeActor } from "../../store/office/office-events.ts";
import type { House } from "../../house.ts";
import { packOf } from "../../record/perform.ts";
import { sweepEach } from "../../record/sweep-each.ts";
import { writeOnce } from "../../record/write-once.ts";
import type { Tx } from "../../store/db.ts";
import { enqueue } from "../../store/jobs.ts";
import type { OnceKey } from "../../store/once/once.ts";
import { openCaseIds } from "../../store/case/open-cases.ts";
import { readCase } from "../../store/case/load.ts";
import { loadCalendar, lockHouseCalendars } from "../../store/office/calendars/calendars.ts";
import { appendOfficeEvent } from "../../store/office/office-events.ts";
import { regionIds } from "../../store/office/regions.ts";
import { loadWorld, touchRegion, type World } from "../../store/world.ts";

/** An open duty whose last day a calendar would move. */
export interface Moved {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly orgId: string | null;
  readonly before: PlainDate | null;
  readonly after: PlainDate | null;
  readonly overdue: boolean;
}

/** Every open duty of a region that a new calendar version would move, before it is applied. */
export async function previewCalendar(
  house: House,
  region: string,
  of: CalendarOf,
  year: CalendarYear,
): Promise<readonly Moved[]> {
  const world = await loadWorld(house.db, region, house);
  const now = house.now();
  const moved: Moved[] = [];
  for (const caseId of await openCaseIds(house.db, region, year.year)) {
    const stored = await readCase(house.db, house.keys, region, caseId);
    if (!stored) continue;
    const pack = packOf(house, stored.kase, world);
    const place = { pack, office: world.office, now };
    const before = dutiesOf(stored.kase, { ...place, calendar: world.calendar(now) });
    const after = dutiesOf(stored.kase, { ...place, calendar: withYear(world, year, of !== "house", now) });
    moved.push(...differences(before, after, stored.number, caseId, pack.duties));
  }
  return moved;
}

function withYear(world: World, year: CalendarYear, own: boolean, now: Instant) {
  const today = dayOf(now);
  const effective =
    year.effectiveFrom !== null && year.effectiveFrom > today ? { ...year, effectiveFrom: today } : year;
  return calendarAsOf([...world.calendarVersions, { ...effective, own }], today);
}

function differences(
  before: readonly Duty[],
  after: readonly Duty[],
  number: string,
  caseId: string,
  rules: readonly { readonly id: string; readonly title: string }[],
): readonly Moved[] {
  return after.flatMap((duty) => {
    const old = before.find((d) => d.id === duty.id);
    if (!old || !isOpen(duty) || old.due === duty.due) return [];
    return [
      {
        caseId,
        number,
        title: rules.find((rule) => rule.id === duty.rule)?.title ?? duty.rule,
        orgId: duty.owner,
        before: old.due,
        after: duty.due,
        overdue: duty.overdueSince !== null && old.overdueSince === null,
      },
    ];
  });
}

/** For whom a calendar year is loaded: one region for itself, or the house for all that have none of their own. */
export type CalendarOf = { readonly region: string } | "house";

/**
 * Loads a version of a calendar year; every open duty that it moves is reckoned anew by a job of the same transaction. A
 * repetition is told how many were `moved` the first time.
 */
export async function applyCalendar(
  house: House,
  of: CalendarOf,
  year: CalendarYear,
  actor: OfficeActor,
  onceKey: OnceKey | null,
  moved = 0,
): Promise<number> {
  const regions = of === "house" ? await regionIds(house.db) : [of.region];
  const work = async (tx: Tx) => {
    if (of === "house") await lockHouseCalendars(tx);
    await loadCalendar(tx, house.newId(), year, house.now(), of === "house" ? null : of.region);
    for (const region of regions) {
      const own = of !== "house";
      const data = { year: year.year, source: year.source, effectiveFrom: year.effectiveFrom, own };
      await appendOfficeEvent(tx, region, "calendar", { type: "calendarLoaded", at: house.now(), actor, data });
      await touchRegion(tx, region);
      await enqueue(tx, "reckon", { region, year: year.year });
    }
    return moved;
  };
  return writeOnce(house, { region: regions[0] ?? "", key: onceKey, request: year }, work, () => true);
}

/** Reckons the open duties of every case anew that days of this year or later have a say in; what lapsed is recorded. */
export async function reckonCases(house: House, region: string, year: number, stop?: AbortSignal): Promise<void> {
  await sweepEach(house, region, await openCaseIds(house.db, region, year), stop);
}
