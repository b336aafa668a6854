import { type Chance, chance } from "../../demo/life/chance.ts";
import type { Story } from "../../demo/life/story.ts";
import { type Instant, instant } from "../../domain/calendar/plain-date.ts";
import type { Case } from "../../domain/case/case.ts";
import type { OrgId } from "../../domain/office/org.ts";
import { type House, uuidv7 } from "../../server/house.ts";
import { loadWorld, type World } from "../../server/store/world.ts";
import type { Person } from "./staff.ts";
import { emptyTally, type Tally } from "./tally.ts";

/** A case as the driver knows it. */
export interface Held {
  readonly id: string;
  readonly number: string;
  readonly story: Story;
  kase: Case;
  /** Acts of the driver on it. */
  readonly done: Set<string>;
}

/** A region that is lived in: a house whose clock the driver moves, and what it remembers. */
export interface Life {
  readonly house: House;
  readonly region: string;
  readonly seed: string;
  /** Nothing happens after this moment. */
  readonly until: Instant;
  readonly tally: Tally;
  readonly cases: Map<string, Held>;
  readonly escalations: { readonly id: string; readonly actor: Person }[];
  world: World;
  staff: ReadonlyMap<OrgId, readonly Person[]>;
  luck: Chance;
  now(): Instant;
  to(at: Instant): void;
}

export async function beginLife(real: House, region: string, seed: string, until: Instant): Promise<Life> {
  let now = until;
  const house: House = {
    ...real,
    now: () => now,
    newId: () => uuidv7(Date.parse(now)),
    // No message of an invented person leaves the house.
    ways: { email: false, sms: false },
  };
  const world = await loadWorld(house.db, region, house);
  return {
    house,
    region,
    seed,
    until,
    tally: emptyTally(),
    cases: new Map(),
    escalations: [],
    world,
    staff: new Map(),
    luck: chance(seed),
    now: () => now,
    to: (at) => {
      now = at;
    },
  };
}

/** The clock goes on by so many seconds; false when the time is up. */
export function goOn(life: Life, seconds: number): boolean {
  const next = instant(new Date(Date.parse(life.now()) + seconds * 1000).toISOString());
  if (next > life.until) return false;
  life.to(next);
  return true;
}
