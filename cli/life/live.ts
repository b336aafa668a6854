import { chance } from "../../demo/life/chance.ts";
import {
  addDays,
  dayOf,
  daysBetween,
  type Instant,
  type PlainDate,
  startOfDay,
} from "../../domain/calendar/plain-date.ts";
import { dayKind, isGap, isWorked } from "../../domain/calendar/work-calendar.ts";
import { sweepCases } from "../../server/actions/cases/sweep-cases.ts";
import { signDays } from "../../server/actions/oversight/sign-days.ts";
import type { House } from "../../server/house.ts";
import { checkQueues, makeCalls } from "./calls.ts";
import { isClosed, lastWritten } from "./closed.ts";
import { type Item, planOf, squeezed } from "./day.ts";
import { citizensReturn } from "./evening.ts";
import { somebodyFiles } from "./filing.ts";
import { beginLife, type Life } from "./life.ts";
import { wake } from "./morning.ts";
import { workRound } from "./round.ts";
import type { Stretch } from "./stretch.ts";
import { supervise } from "./supervision.ts";
import type { Tally } from "./tally.ts";

/** What was lived: fewer days than asked for where some are written and signed already. */
export interface Lived {
  readonly from: PlainDate | null;
  readonly days: number;
  readonly tally: Tally;
}

/** Lives through days in a region as its people would, by its regulation. Nothing is written before what is written. */
export async function live(
  house: House,
  stretch: Stretch,
  tell: (days: number, tally: Tally) => void = () => undefined,
): Promise<Lived> {
  const life = await beginLife(house, stretch.region, stretch.seed, stretch.until);
  const written = await lastWritten(house, stretch.region);
  const first = written && dayOf(written) > stretch.from ? dayOf(written) : stretch.from;
  const last = addDays(stretch.from, stretch.days - 1);
  let lived = 0;
  for (
    let day = first;
    day <= last && startOfDay(day) < stretch.until && stretch.stopped?.() !== true;
    day = addDays(day, 1)
  ) {
    await liveDay(life, day, stretch, written);
    lived += 1;
    tell(daysBetween(stretch.from, day) + 1, life.tally);
  }
  return { from: lived > 0 ? first : null, days: lived, tally: life.tally };
}

async function liveDay(life: Life, day: PlainDate, stretch: Stretch, written: Instant | null): Promise<void> {
  const kind = dayKind(life.world.calendar(startOfDay(day)), day);
  const worked = !isGap(kind) && isWorked(kind);
  const whole = planOf(day, worked, stretch.perDay, chance(`${stretch.seed}/${stretch.region}/${day}`));
  const begun = written !== null && written >= startOfDay(day);
  const end = [startOfDay(addDays(day, 1)), stretch.until].toSorted()[0] as Instant;
  const plan = begun ? squeezed(whole, day, written, end) : whole;
  for (const { at, what } of plan) {
    if (at > stretch.until || stretch.stopped?.() === true || (await isClosed(life, day))) return;
    if (at > life.now() || what === "wake") life.to(at);
    await does(life, what, worked, stretch);
  }
}

async function does(life: Life, what: Item["what"], worked: boolean, stretch: Stretch): Promise<void> {
  switch (what) {
    case "wake":
      await sweepCases(life.house, life.region);
      await signDays(life.house, life.region);
      return wake(life);
    case "files":
      return somebodyFiles(life, worked);
    case "checks":
      return checkQueues(life);
    case "round":
      return workRound(life, stretch);
    case "calls":
      return makeCalls(life);
    case "supervision":
      return supervise(life);
    case "evening":
      return citizensReturn(life);
  }
}
