import type { Stretch } from "../../../domain/calendar/clock.ts";
import { addDays, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { CountedDay } from "../../../domain/calendar/term.ts";
import type { Told } from "../../../domain/words/moment-words.ts";
import { endTime, longDate, plainDay, shortDate, shortTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { spanWords, termWords } from "../../../domain/words/entry-words.ts";
import { zh } from "../../words/zh.ts";

const w = zh.case;

/** Why a date is what it is: the start, every day counted or not, the last day. */
export function DayList({ explanation }: { readonly explanation: Told }) {
  const { startedOn, start, term, due, dueAt, extendedFrom, days, stretches } = explanation;
  if (!term || !due) return null;
  return (
    <details>
      <summary>{w.how}</summary>
      <p>{dueAt ? clockStart(start, explanation, termWords(term)) : startWords(start, startedOn, termWords(term))}</p>
      {extendedFrom && <p>{fill(w.extended, { date: longDate(extendedFrom) })}</p>}
      {dueAt ? (
        <ul class="days">
          {stretches.map((stretch) => (
            <li class={stretch.kind === "runs" ? undefined : "off"}>{stretchWords(stretch)}</li>
          ))}
        </ul>
      ) : term.unit === "sameDay" ? (
        <p>{w.sameDay}</p>
      ) : (
        <ul class="days">
          {days.map((day) => (
            <li class={day.number === null ? "off" : undefined}>{dayWords(day)}</li>
          ))}
        </ul>
      )}
      <p>{fill(dueAt ? w.howDueAt : w.howDue, { date: longDate(due), time: endTime(dueAt) })}</p>
      <p class="meta">{explanation.text}</p>
    </details>
  );
}

/** From what, and from which day on, the term is counted: the day itself never is. */
function startWords(moment: string, on: PlainDate, term: string): string {
  const next = addDays(on, 1);
  const facts = { date: plainDay(on, on), next: plainDay(next, on), term };
  if (!moment.endsWith(w.receipt)) return fill(w.howStart, { ...facts, moment });
  return fill(w.howReceived, { ...facts, who: moment.slice(0, -w.receipt.length) });
}

function clockStart(moment: string, { stretches, startedOn }: Told, term: string): string {
  const from = stretches[0]?.from;
  return fill(w.howClock, { moment, date: from ? shortTime(from) : longDate(startedOn), term });
}

function stretchWords({ from, to, kind }: Stretch): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  return fill(w.stretch[kind], { from: shortTime(from), to: shortTime(to), span: spanWords(minutes) });
}

function dayWords({ date, day, number }: CountedDay): string {
  const facts = { date: shortDate(date as PlainDate), n: number, name: "name" in day ? day.name : "" };
  switch (day.kind) {
    case "working":
      return fill(number === null ? w.movedTo : w.counted, facts);
    case "calendar":
      return fill(w.countedDay, facts);
    case "makeUp":
      return fill(w.makeUp, facts);
    case "weekend":
      return fill(w.weekend, facts);
    case "holiday":
      return fill(w.holiday, facts);
    case "paused":
      return fill(w.paused, facts);
  }
}
