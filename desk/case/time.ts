import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";

/** An instant as the desk writes it. */
export function time(at: string): string {
  return shortTime(at as Instant);
}
