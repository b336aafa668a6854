import { addDays, type Instant, type PlainDate, startOfDay } from "../../domain/calendar/plain-date.ts";
import type { House } from "../../server/house.ts";
import { lastEventAt, lastSignedDay } from "../../server/store/oversight/roots.ts";
import type { Life } from "./life.ts";

/** The moment before which the log is closed: its last event, or the end of the last day that was signed. */
export async function lastWritten(house: House, region: string): Promise<Instant | null> {
  const event = await lastEventAt(house.db, region);
  const signed = await lastSignedDay(house.db, region);
  const closed = signed ? startOfDay(addDays(signed, 1)) : null;
  return (
    [event, closed]
      .filter((at) => at !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

/** Somebody else has signed the day meanwhile: nothing may be added to it any more. */
export async function isClosed(life: Life, day: PlainDate): Promise<boolean> {
  const signed = await lastSignedDay(life.house.db, life.region);
  return signed !== null && signed >= day;
}
