import { noChain } from "../../../../domain/case/context.ts";
import { legOf } from "../../../../domain/case/legs.ts";
import { nextSteps } from "../../../../domain/case/steps/next-step.ts";
import { stepKey } from "../../../../domain/case/steps/step-key.ts";
import { dutiesOf } from "../../../../domain/case/timeline.ts";
import type { Case } from "../../../../domain/case/case.ts";
import type { Duty } from "../../../../domain/duty/duty.ts";
import { newlyOwed, ordered, type Owed } from "../../../../domain/telling/staff.ts";
import type { House } from "../../../house.ts";
import type { Tx } from "../../../store/db.ts";
import type { Recording } from "../../recording.ts";
import { tellStaff } from "./plan.ts";

/** Tells the people of the office what an act, or time, has brought to them. */
export async function tellOfActs(
  tx: Tx,
  house: House,
  { stored, done, pack, world, now }: Recording,
  duties: readonly Duty[],
): Promise<void> {
  const { events, kase: after } = done;
  const [first] = events;
  if (first === undefined) return;
  const place = { pack, calendar: world.calendar(now), office: world.office, now, chain: noChain };
  const owedOf = (all: readonly Duty[], kase: Case) =>
    all.map((duty): Owed => {
      const steps = nextSteps(duty, kase, place);
      const [next] = steps;
      return { duty, posts: [...new Set(steps.map(({ post }) => post))], step: next ? stepKey(next) : null };
    });
  const before = owedOf(dutiesOf(stored.kase, place), stored.kase);
  const fallen = newlyOwed(before, owedOf(duties, after));
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
