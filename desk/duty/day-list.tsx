import { Tag } from "antd";
import type { Explanation } from "../../contract/case/duty.ts";
import type { Instant, PlainDate } from "../../domain/calendar/plain-date.ts";
import { endTime, longDate, shortDate, shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { spanWords, termWords } from "../../domain/words/entry-words.ts";
import { zh } from "../words/zh.ts";

const w = zh.duty;

/** Why a date is what it is: the article, the start, every day counted or not. The citizen sees the same list. */
export function DayList({ explanation }: { readonly explanation: Explanation }) {
  const { term, startedOn, start, due, dueAt, target, extendedFrom, days, stretches, gap } = explanation;
  return (
    <div className="days">
      <p>
        {explanation.article}：{explanation.text}
        {explanation.reconstructed && <Tag>{w.reconstructed}</Tag>}
      </p>
      {term === null && <p>{w.silent}</p>}
      {gap !== null && <p>{fill(w.gap, { year: gap })}</p>}
      {term && (
        <p>
          {fill(dueAt ? w.howClock : w.howStart, {
            moment: start,
            date: longDate(startedOn as PlainDate),
            term: termWords(term),
          })}
        </p>
      )}
      {term?.unit === "sameDay" && <p>{w.sameDay}</p>}
      {extendedFrom && <p>{fill(w.extended, { date: longDate(extendedFrom as PlainDate) })}</p>}
      {days.length > 0 && (
        <ol>
          {days.map((day) => (
            <li key={day.date} className={day.number === null ? "off" : undefined}>
              {shortDate(day.date as PlainDate)}：{dayWords(day)}
            </li>
          ))}
        </ol>
      )}
      {stretches.length > 0 && (
        <ol>
          {stretches.map(({ from, to, kind }) => (
            <li key={from} className={kind === "runs" ? undefined : "off"}>
              {shortTime(from as Instant)} – {shortTime(to as Instant)}：
              {fill(w.stretch[kind], { span: spanWords(minutesBetween(from, to)) })}
            </li>
          ))}
        </ol>
      )}
      {target && <p>{fill(w.targetDay, { date: longDate(target as PlainDate) })}</p>}
      {due && <p>{fill(w.due, { date: longDate(due as PlainDate), time: endTime(dueAt as Instant | null) })}</p>}
    </div>
  );
}

function minutesBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
}

function dayWords({ day, number }: Explanation["days"][number]): string {
  const facts = { n: number, name: "name" in day ? day.name : "" };
  switch (day.kind) {
    case "working":
      return fill(number === null ? w.movedTo : w.counted, facts);
    case "calendar":
      return fill(w.countedDay, facts);
    case "makeUp":
      return fill(w.makeUp, facts);
    case "weekend":
      return w.weekend;
    case "holiday":
      return fill(w.holiday, facts);
    case "paused":
      return w.dayPaused;
  }
}
