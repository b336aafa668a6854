import { addDays, momentAt, dayOf, type Instant } from "./plain-date.ts";

/** The hours of a day, `HH:MM` in China, in which messages go out; `until` itself is no longer one of them. */
export interface SendingHours {
  readonly from: string;
  readonly until: string;
}

/** What holds where a region has set no hours of its own. */
export const usualHours: SendingHours = { from: "08:00", until: "20:00" };

/** When a message that is ready now goes out: at once within the hours, otherwise when they next begin. */
export function sendingTime(now: Instant, { from, until }: SendingHours): Instant {
  const today = dayOf(now);
  const opens = momentAt(today, from);
  if (now < opens) return opens;
  return now < momentAt(today, until) ? now : momentAt(addDays(today, 1), from);
}

/** Whether these are hours of a day, the first before the last; `24:00` is the end of the day. */
export function areHours({ from, until }: SendingHours): boolean {
  return time.test(from) && (time.test(until) || until === "24:00") && from < until;
}

/** Whether a clock shows this, `HH:MM` from 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return time.test(text);
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
