import type { SessionInfo } from "../../contract/session.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { shortDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh } from "../words/zh.ts";

/** For whom somebody stands in where they work, and until when; empty for who stands in for nobody. */
export function standInWords(place: SessionInfo["place"]): string {
  if (!place || place.standsInFor.length === 0) return "";
  const names = fill(zh.signIn.standIn, { names: place.standsInFor });
  const until = place.standsInUntil;
  return until ? fill(zh.signIn.standInUntil, { names, date: shortDate(until as PlainDate) }) : names;
}
