import { zh } from "../../words/zh.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { DayList } from "./day-list.tsx";
import type { PartView, CaseView } from "./case-view.ts";

const w = zh.case;

export function PartBox({ part, n }: { readonly part: PartView; readonly n: number | null }) {
  return (
    <section class={part.overdue ? "box late" : "box"}>
      {n !== null && <h2>{fill(w.part, { n, title: part.title })}</h2>}
      {part.state && <p>{part.state}</p>}
      {part.overdue && (
        <p>
          <span aria-hidden="true">■ </span>
          {fill(part.over ? w.overdue : w.overdueToday, {
            n: part.over,
            date: longDate(part.due as PlainDate),
            org: part.holder,
          })}
        </p>
      )}
      <dl>
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
      </dl>
      {part.thenAudit && <p class="meta">{fill(w.then, { bureau: part.thenAudit })}</p>}
      {part.explanation && <DayList explanation={part.explanation} />}
    </section>
  );
}

function dueWords(part: PartView): string {
  if (part.gap !== null) return fill(w.gap, { year: part.gap });
  if (part.due === null) return w.noTerm;
  const date = fill(w.dueText, { date: longDate(part.due as PlainDate), title: part.dueTitle });
  if (part.left === null) return date;
  return `${date}，${part.left === 0 ? w.today : fill(w.left, { n: part.left })}`;
}

export function RefusalBox({
  refusal,
  tail,
  phone,
}: {
  readonly refusal: NonNullable<CaseView["refusal"]>;
  readonly tail: string;
  readonly phone: string;
}) {
  return (
    <section class="box">
      <h2>{w.refused}</h2>
      <dl>
        <dt>{w.refusedReason}</dt>
        <dd>{refusal.reason}</dd>
        <dt>{w.refusedBasis}</dt>
        <dd>{refusal.rule}</dd>
        {refusal.wayOn && (
          <>
            <dt>{w.refusedWay}</dt>
            <dd>{refusal.wayOn}</dd>
          </>
        )}
        <dt>{w.refusedBack}</dt>
        <dd>{fill(w.refusedBackText, { tail, phone })}</dd>
      </dl>
      <p class="meta">{fill(w.refusedBy, { org: refusal.by, date: longDate(refusal.on as PlainDate) })}</p>
    </section>
  );
}

export function FileList({ files }: { readonly files: readonly { readonly id: string; readonly name: string }[] }) {
  if (files.length === 0) return null;
  return (
    <>
      <h3>{w.files}</h3>
      <ul>
        {files.map((file) => (
          <li>
            <a href={`/my-case/files/${file.id}`}>{file.name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
