import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { endTime, longDate, plainDay } from "../../../domain/words/dates.ts";
import { spanWords } from "../../../domain/words/entry-words.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../words/zh.ts";
import type { PartView } from "./case-view.ts";
import { DayList } from "./day-list.tsx";

const w = zh.case;

/** Who has a part of the case, since when, until when and why: four lines, always in this order. */
export function PartBox({ part, n }: { readonly part: PartView; readonly n: number | null }) {
  return (
    <section class={part.overdue ? "box late" : "box"}>
      {n !== null && <h2>{fill(w.part, { n, title: part.title })}</h2>}
      <dl class="four">
        <dt>{w.holder}</dt>
        <dd>{part.holder}</dd>
        <dt>{w.since}</dt>
        <dd>{part.since ? longDate(part.since as PlainDate) : ""}</dd>
        <dt>{w.due}</dt>
        <dd>{dueWords(part)}</dd>
        {part.article && (
          <>
            <dt>{w.basis}</dt>
            <dd>{part.article}</dd>
          </>
        )}
        {part.extension && (
          <>
            <dt>{w.extension}</dt>
            <dd>{extensionWords(part.extension)}</dd>
          </>
        )}
      </dl>
      {part.overdue && (
        <p class="over">
          <span aria-hidden="true">■ </span>
          {fill(w.overdue, {
            by: overWords(part),
            date: longDate(part.due as PlainDate),
            org: part.holder,
            done: part.done,
          })}
        </p>
      )}
      {part.state && <p class="meta">{part.state}</p>}
      {part.thenAudit && <p class="meta">{fill(w.then, { bureau: part.thenAudit })}</p>}
      {part.explanation && <DayList explanation={part.explanation} />}
    </section>
  );
}

function dueWords(part: PartView): string {
  if (part.gap !== null) return fill(w.gap, { year: part.gap });
  if (part.due === null) return w.noTerm;
  const facts = { date: longDate(part.due as PlainDate), time: endTime(part.dueAt), title: part.owed };
  const date = fill(w.dueText, facts);
  if (part.minutes !== null)
    return part.minutes < 0 ? date : `${date}，${fill(w.clockLeft, { span: spanWords(part.minutes) })}`;
  if (part.left === null) return date;
  return `${date}，${part.left.n === 0 ? w.today : fill(w.left[part.left.unit], { n: part.left.n })}`;
}

function overWords({ minutes, over }: PartView): string {
  if (minutes !== null) return fill(w.clockOver, { span: spanWords(Math.max(0, -minutes)) });
  return over ? fill(w.over[over.unit], { n: over.n }) : "";
}

function extensionWords({ from, to, reason, by }: NonNullable<PartView["extension"]>): string {
  return fill(w.extensionText, { to: plainDay(to, from), from: plainDay(from, to), reason, by });
}
