import { Button } from "antd";
import { useState } from "react";
import type { PeriodicWorkLine } from "../../contract/periodic.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate, longRange } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { type Mark, MarkShape } from "../kit/marks.tsx";
import { useToday } from "../shell/session.ts";
import { periodicWords as w } from "../words/periodic.ts";
import { RecordDialog } from "./record-dialog.tsx";

interface Props {
  readonly work: PeriodicWorkLine;
  readonly mayDo: boolean;
  /** The bodies that something may be decided for. */
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
}

/** One work that comes round: how often, with whom, when it was done and when it is due. */
export function WorkPanel({ work, mayDo, bodies }: Props) {
  const [doing, setDoing] = useState(false);
  const name = work.title;
  return (
    <section className="panel stack" aria-label={`${name} ${work.article}`}>
      <div className="between">
        <h2>{name}</h2>
        {mayDo && (
          <Button type="primary" aria-label={fill(w.doOf, { what: name })} onClick={() => setDoing(true)}>
            {w.do}
          </Button>
        )}
      </div>
      <p>
        {work.words} <span className="second">{work.article}</span>
      </p>
      <Due work={work} />
      <p className="second">{work.last ? fill(w.last, { ...work.last, number: work.last.number ?? "" }) : w.never}</p>
      {work.with.length > 0 && (
        <p className="second">{fill(w.with[work.what], { kinds: work.with.map(({ kind }) => kind) })}</p>
      )}
      {work.contents.length > 0 && <p className="second">{fill(w.contents, { contents: work.contents })}</p>}
      {doing && <RecordDialog work={work} bodies={bodies} onClose={() => setDoing(false)} />}
    </section>
  );
}

const shown = 3;

function Due({ work: { months, next, missing } }: { readonly work: PeriodicWorkLine }) {
  const today = useToday();
  if (months === null || !next) return <p>{w.silent}</p>;
  const periods = missing.slice(0, shown).map(({ from, to }) => longRange(from as PlainDate, to as PlainDate));
  const said = missing.length > shown ? fill(w.missingMore, { periods, n: missing.length }) : periods;
  const [from, to] = [next.from as PlainDate, next.to as PlainDate];
  const running = { period: longRange(from, to), to: longDate(to) };
  const later = next.from > today;
  const mark: Mark = later ? "done" : next.to === today ? "today" : "soon";
  return (
    <>
      {missing.length > 0 && (
        <p className="strong">
          <MarkShape mark="over" /> {fill(w.missing, { periods: said })}
        </p>
      )}
      <p>
        <MarkShape mark={mark} /> {months === 1 ? w.everyMonth : fill(w.everyMonths, { n: months })}。
        {fill(later ? w.later : w.next, running)}
      </p>
    </>
  );
}
