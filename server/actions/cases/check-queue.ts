import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { Actor } from "../../../domain/case/case.ts";
import type { House } from "../../house.ts";
import { addQueueCheck } from "../../store/oversight/queue-checks.ts";

/** Notes that an organisation's named person has looked at its queue today: the first look counts (FZ-4-3, FZ-8.1-1). */
export async function checkQueue(
  house: House,
  region: string,
  actor: Extract<Actor, { kind: "staff" }>,
): Promise<void> {
  if (!actor.posts.includes("dutyChecker")) return;
  const now = house.now();
  await addQueueCheck(house.db, region, actor.orgId, dayOf(now), actor.personId, now);
}
