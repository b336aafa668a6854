import { legOf } from "../../../../domain/case/legs.ts";
import type { NextStep } from "../../../../domain/case/steps/next-step.ts";
import { stepKey } from "../../../../domain/case/steps/step-key.ts";
import type { Duty } from "../../../../domain/duty/duty.ts";
import { newlyOwed, ordered, type Owed, type OwedBefore } from "../../../../domain/telling/staff.ts";
import type { House } from "../../../house.ts";
import type { Tx } from "../../../store/db.ts";
import type { Recording } from "../../recording.ts";
import { tellStaff } from "./plan.ts";

/** What the case owes now and who can act on it, and what its rows said of that before. */
export interface Owing {
  readonly duties: readonly Duty[];
  readonly next: (duty: Duty) => readonly NextStep[];
  readonly before: readonly OwedBefore[];
}

/** Tells the people of the office what an act, or time, has brought to them. */
export async function tellOfActs(tx: Tx, house: House, recording: Recording, owing: Owing): Promise<void> {
  const { stored, done, pack, world, now } = recording;
  const { events, kase: after } = done;
  const [first] = events;
  if (first === undefined) return;
  const owed = owing.duties.map((duty): Owed => {
    const steps = owing.next(duty);
    const [next] = steps;
    return { duty, posts: [...new Set(steps.map(({ post }) => post))], step: next ? stepKey(next) : null };
  });
  const fallen = newlyOwed(owing.before, owed);
  const orders = ordered(events, (legId) => legOf(after, legId)?.orgId ?? null);
  const actor = first.by.kind === "staff" ? first.by.personId : null;
  await tellStaff(tx, house, [...fallen, ...orders], {
    caseId: after.id,
    number: stored.number,
    pack,
    world,
    now,
    actor,
  });
}
