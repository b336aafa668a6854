import { chance } from "../../demo/life/chance.ts";
import { storyOf } from "../../demo/life/story.ts";
import { addDays, dayOf, startOfDay } from "../../domain/calendar/plain-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { type Context, noChain } from "../../domain/case/context.ts";
import { packOf } from "../../server/record/perform.ts";
import { readCase } from "../../server/store/case/load.ts";
import { casesUnderWay } from "../../server/store/case/under-way.ts";
import { loadWorld } from "../../server/store/world.ts";
import type { Held, Life } from "./life.ts";
import { type Person, staffOf } from "./staff.ts";

/** Cases that nobody has touched for so long are left to rest. */
const memory = 60;

/** A new morning: the registry and the cases as they stand, and the day's own luck. */
export async function wake(life: Life): Promise<void> {
  const { house, region, seed } = life;
  const today = dayOf(life.now());
  life.world = await loadWorld(house.db, region, house);
  life.staff = staffOf(life.world, today);
  const since = startOfDay(addDays(today, -memory));
  const found = await casesUnderWay(house.db, region, since, life.now());
  const known = new Map(life.cases);
  life.cases.clear();
  for (const { id, number, content, kase } of found) {
    const before = known.get(id);
    const story = before?.story ?? storyOf(seed, number, content);
    life.cases.set(id, { id, number, story, kase, done: before?.done ?? new Set() });
  }
  life.luck = chance(`${seed}/${region}/${today}/${found.at(-1)?.number ?? ""}`);
}

/** The case as it stands after something was done to it. */
export async function lookAgain(life: Life, held: Held): Promise<void> {
  const stored = await readCase(life.house.db, life.house.keys, life.region, held.id);
  if (stored) held.kase = stored.kase;
}

/** What a decision of this person on this case would look at. */
export function contextOf(life: Life, kase: Case, actor: Person): Context & { readonly actor: Person } {
  const { house, world } = life;
  const now = life.now();
  return {
    now,
    actor,
    office: world.office,
    pack: packOf(house, kase, world),
    calendar: world.calendar(now),
    chain: noChain,
  };
}
