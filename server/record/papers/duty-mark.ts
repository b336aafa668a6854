import type { Instant, PlainDate } from "../../../domain/calendar/plain-date.ts";
import { endTime, shortDate } from "../../../domain/words/dates.ts";
import { spanWords } from "../../../domain/words/entry-words.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";

/** How the duty of a listed case stands. */
export interface ListedDuty {
  readonly title: string;
  readonly owner: { readonly name: string } | null;
  readonly state: string;
  readonly due: string | null;
  readonly dueAt: string | null;
  readonly minutes: number | null;
  readonly dueWithin: string | null;
  readonly left: number | null;
  readonly over: number | null;
  readonly soon: boolean;
  readonly endedOn: string | null;
  readonly gap: number | null;
}

const words = zh.sheets.marks;

/** The line of a duty on paper: a shape that tells the urgency without colour, and words. */
export function dutyMark(duty: ListedDuty | null, today: PlainDate): string {
  if (!duty) return words.none;
  const day = duty.due ?? duty.dueWithin;
  if (duty.endedOn !== null) return words.done;
  if (duty.state === "paused") return words.paused;
  if (duty.gap !== null) return fill(words.gap, { year: duty.gap });
  if (day === null) return words.none;
  const date = shortDate(day as PlainDate);
  if (duty.minutes !== null) {
    const facts = { span: spanWords(Math.abs(duty.minutes)), date, time: endTime(duty.dueAt as Instant | null) };
    return fill(duty.minutes < 0 ? words.clockOver : words.clock, facts);
  }
  if (today > day) return fill(duty.over ? words.over : words.overToday, { n: duty.over ?? 0, date });
  if (today === day) return fill(words.today, { date });
  if (duty.left === null) return fill(words.gapBefore, { year: day.slice(0, 4), date });
  return fill(duty.soon ? words.soon : words.fine, { n: duty.left, date });
}
