import { useState } from "react";
import type { DutyLine as Duty, Explanation } from "../../contract/case/duty.ts";
import type { Instant, PlainDate } from "../../domain/calendar/plain-date.ts";
import { endTime, rowDate } from "../../domain/words/dates.ts";
import { spanWords } from "../../domain/words/entry-words.ts";
import { fill } from "../../domain/words/fill.ts";
import { type Mark, MarkShape, markColour } from "../kit/marks.tsx";
import { useToday } from "../shell/session.ts";
import { zh } from "../words/zh.ts";
import { DayList } from "./day-list.tsx";

const w = zh.duty;

/** How a duty stands, as mark and words: the same text in rows, heads, dialogs and exports. */
export function dutyWords(duty: Duty, today: string): { readonly mark: Mark; readonly text: string } {
  const date = (day: string) => rowDate(day as PlainDate, today as PlainDate);
  const day = duty.due ?? duty.dueWithin;
  if (duty.state === "cancelled") return { mark: "none", text: w.cancelled };
  if (duty.state === "met") return { mark: "done", text: fill(w.met, { date: date(duty.endedOn ?? "") }) };
  if (duty.state === "metLate") return { mark: "over", text: fill(w.metLate, { date: date(duty.endedOn ?? "") }) };
  if (duty.state === "awaitingVerdict") return { mark: "fine", text: w.verdict };
  if (duty.state === "reported") return { mark: "soon", text: w.reported };
  if (duty.state === "paused") return { mark: "paused", text: w.paused };
  if (duty.gap !== null) return { mark: "gap", text: fill(w.gap, { year: duty.gap }) };
  if (day === null) return { mark: "none", text: w.none };
  if (duty.kind === "window") return windowWords(duty, date(day), today);
  const target = duty.target && today <= duty.target ? `${fill(w.target, { date: date(duty.target) })} · ` : "";
  const time = endTime(duty.dueAt as Instant | null);
  if (duty.minutes !== null) return clockWords(duty.minutes, date(day), time);
  const until = duty.due ? fill(w.until, { date: date(day), time }) : fill(w.within, { date: date(day) });
  if (today > day) {
    const over = duty.over ? fill(w.overdue, { n: duty.over }) : w.overdueToday;
    return { mark: "over", text: `${over} · ${fill(w.should, { date: date(day) })}` };
  }
  if (today === day) return { mark: "today", text: `${w.today} · ${until}` };
  if (duty.left === null) return { mark: "gap", text: `${fill(w.gapBefore, { year: day.slice(0, 4) })} · ${until}` };
  const left = `${fill(w.left, { n: duty.left })} · `;
  return { mark: duty.soon ? "soon" : "fine", text: `${left}${target}${until}` };
}

function windowWords(duty: Duty, date: string, today: string): { readonly mark: Mark; readonly text: string } {
  const time = endTime(duty.dueAt as Instant | null);
  const over = duty.minutes === null ? (duty.due ?? "") < today : duty.minutes < 0;
  return over
    ? { mark: "none", text: fill(w.windowOver, { date, time }) }
    : { mark: "fine", text: fill(w.window, { date, time }) };
}

/** A term by the clock: what is left of it, or since when it is over, to the minute. */
function clockWords(minutes: number, date: string, time: string): { readonly mark: Mark; readonly text: string } {
  if (minutes < 0) {
    const over = fill(w.clockOver, { span: spanWords(-minutes) });
    return { mark: "over", text: `${over} · ${fill(w.should, { date: `${date} ${time}` })}` };
  }
  return {
    mark: "today",
    text: `${fill(w.clockLeft, { span: spanWords(minutes) })} · ${fill(w.until, { date, time })}`,
  };
}

/** Lines break between facts, never inside a date. */
function Pieces({ text }: { readonly text: string }) {
  return text.split(" · ").map((piece, n, all) => (
    <span key={piece}>
      <span className="piece">{n < all.length - 1 ? `${piece} ·` : piece}</span>{" "}
    </span>
  ));
}

interface Props {
  readonly duty: Duty & { readonly explanation?: Explanation };
  readonly withArticle?: boolean;
}

/** The line itself; with an explanation it opens to the days counted one by one. */
export function DutyLine({ duty, withArticle = false }: Props) {
  const today = useToday();
  const [open, setOpen] = useState(false);
  const { mark, text } = dutyWords(duty, today);
  const flagged = duty.flagged ? ` · ${w.returnPending}` : "";
  return (
    <div className="duty">
      <span style={{ color: markColour(mark) }}>
        <MarkShape mark={mark} /> <Pieces text={`${text}${flagged}${withArticle ? ` · ${duty.article}` : ""}`} />
      </span>
      {duty.explanation && (
        <>
          {" "}
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {w.how}
          </button>
          {open && <DayList explanation={duty.explanation} />}
        </>
      )}
    </div>
  );
}
