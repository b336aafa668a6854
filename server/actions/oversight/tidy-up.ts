import { dayOf, instant } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { forgetMisses } from "../../store/case/codes.ts";
import { forgetAllowances } from "../../store/once/allowance.ts";
import { forgetEndedVisits } from "../../store/once/ended-visits.ts";
import { dropExpiredDrafts } from "../../store/once/drafts.ts";
import { forgetOldDevices } from "../../store/office/signing/devices.ts";
import { forgetTries } from "../../store/office/signing/tries.ts";
import { forgetOnceKeys } from "../../store/once/once.ts";
import { forgetPhoneChecks } from "../../store/once/phone-checks.ts";
import { forgetRatingLinks } from "../../store/once/rating-links.ts";
import { inTransaction } from "../../store/transaction.ts";

const dayMillis = 86_400_000;

/** So long a link that is over still says so to whoever opens an old message. */
const daysRemembered = 365;

/** Drops drafts whose day is over, keys that nobody will repeat any more, misses and links long past. */
export async function tidyUp(house: House): Promise<void> {
  const now = house.now();
  await inTransaction(house.db, async (tx) => {
    await dropExpiredDrafts(tx, now);
    const before = (days: number) => instant(new Date(Date.parse(now) - days * dayMillis).toISOString());
    const longAgo = before(2);
    await forgetOnceKeys(tx, longAgo);
    await forgetMisses(tx, longAgo);
    await forgetTries(tx, longAgo);
    await forgetOldDevices(tx, before(daysRemembered));
    await forgetPhoneChecks(tx, longAgo);
    await forgetAllowances(tx, dayOf(longAgo));
    await forgetEndedVisits(tx, now);
    await forgetRatingLinks(tx, before(daysRemembered));
  });
}
