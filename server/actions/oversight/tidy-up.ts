import { instant } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { forgetMisses } from "../../store/case/codes.ts";
import { dropExpiredDrafts } from "../../store/once/drafts.ts";
import { forgetOnceKeys } from "../../store/once/once.ts";

const dayMillis = 86_400_000;

/** Drops drafts whose day is over, keys that nobody will repeat any more, and misses long past. */
export async function tidyUp(house: House): Promise<void> {
  const now = house.now();
  await house.db.transaction().execute(async (tx) => {
    await dropExpiredDrafts(tx, now);
    const longAgo = instant(new Date(Date.parse(now) - 2 * dayMillis).toISOString());
    await forgetOnceKeys(tx, longAgo);
    await forgetMisses(tx, longAgo);
  });
}
