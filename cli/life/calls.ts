import { sayings } from "../../demo/life/words/sayings.ts";
import { dayOf } from "../../domain/calendar/plain-date.ts";
import { packInForce } from "../../domain/rules/in-force.ts";
import { checkQueue } from "../../server/actions/cases/check-queue.ts";
import { completeTask } from "../../server/actions/messages/complete-task.ts";
import { messagesByState } from "../../server/store/once/messages.ts";
import type { Life } from "./life.ts";
import { holders } from "./staff.ts";
import { count } from "./tally.ts";

/** The named persons look at their queues; now and then somebody forgets. */
export async function checkQueues(life: Life): Promise<void> {
  const pack = packInForce(life.house.packs, life.world.region.jurisdiction, dayOf(life.now()));
  if (pack?.settings.dailyChecker.value !== true) return;
  for (const checker of holders(life.staff, "dutyChecker")) {
    if (life.luck.yes(0.92)) await checkQueue(life.house, life.region, checker);
  }
}

/** The calls and letters that somebody has to make: most are made, and most people are reached. */
export async function makeCalls(life: Life): Promise<void> {
  const { house, region, luck } = life;
  const [operator] = holders(life.staff, "operator");
  if (!operator) return;
  const found = await messagesByState(house.db, house.keys, region, {
    reader: null,
    states: ["toDo"],
    limit: 200,
    offset: 0,
  });
  const order = (m: (typeof found)[number]) => `${m.created_at}/${m.number}/${m.notice}/${m.channel}`;
  for (const message of found.toSorted((a, b) => order(a).localeCompare(order(b)))) {
    if (luck.yes(0.35)) continue;
    const reached = luck.yes(0.9);
    const call = { region, id: message.id, actor: operator, reached, note: reached ? luck.of(sayings.calls) : "" };
    const outcome = await completeTask(house, call, null);
    if (typeof outcome === "object" && "refused" in outcome) count(life.tally.refused, outcome.refused.code);
    else if (outcome !== "missing") count(life.tally.acts, "completeTask");
  }
}
