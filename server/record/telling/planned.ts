import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { sendingTime, usualHours } from "../../../domain/calendar/sending-hours.ts";
import type { Region } from "../../store/world.ts";

/** When a message that is ready now goes out in a region: within its hours of sending. */
export function plannedFor({ settings }: Pick<Region, "settings">, now: Instant): Instant {
  return sendingTime(now, settings.messageHours ?? usualHours);
}

/** What lists say of a message that waits for the hours of sending; null of all others. */
export function waitsUntil(row: {
  readonly state: string;
  readonly created_at: string;
  readonly send_after: string | null;
}): string | null {
  return row.state === "waiting" && row.send_after !== null && row.send_after > row.created_at ? row.send_after : null;
}
