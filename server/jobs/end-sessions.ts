import { instant } from "../../domain/calendar/plain-date.ts";
import type { House } from "../house.ts";
import { deleteEndedSessions } from "../store/office/sessions.ts";

/** How long a sign-in lasts: after its last use, and in all. */
export interface Lifetimes {
  readonly idleMinutes: number;
  readonly hours: number;
}

/** Deletes the sessions that let nobody in any more. */
export async function endSessions(house: House, { idleMinutes, hours }: Lifetimes): Promise<void> {
  const ago = (minutes: number) => instant(new Date(Date.parse(house.now()) - minutes * 60_000).toISOString());
  await deleteEndedSessions(house.db, { usedSince: ago(idleMinutes), openedSince: ago(hours * 60) });
}
