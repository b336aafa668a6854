import { instant } from "../../domain/calendar/plain-date.ts";
import type { House } from "../house.ts";
import { dropExpiredDrafts } from "../store/once/drafts.ts";
import { forgetOnceKeys } from "../store/once/once.ts";

const dayMillis = 86_400_000;

/** Drops drafts whose day is over and keys that nobody will repeat any more. */
export async function tidyUp(house: House): Promise<void> {
  const now = house.now();
  await house.db.transaction().execute(async (tx) => {
    await dropExpiredDrafts(tx, now);
    await forgetOnceKeys(tx, instant(new Date(Date.parse(now) - 2 * dayMillis).toISOString()));
  });
}
