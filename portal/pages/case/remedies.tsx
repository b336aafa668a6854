import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { endTime, longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import type { Errors } from "../../form-errors.tsx";
import type { Frame } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { CaseView } from "./case-view.ts";
import { FormalityForm } from "./formality-form.tsx";

const w = zh.case;

interface Props {
  readonly frame: Frame;
  readonly view: CaseView;
  readonly errors: Errors;
  readonly typed: Readonly<Record<string, string>>;
  readonly once: string;
}

/** What can be done against an answer: until which day, to which organ; the form behind it. */
export function Remedies({ frame, view, errors, typed, once }: Props) {
  if (view.answers.length === 0) return null;
  return (
    <section>
      <h2>{w.remedies}</h2>
      {view.remedies.map(({ own, due, dueAt, left, organ }) => (
        <>
          <p>
            <b>{own.label}</b>：
            {due ? fill(w.remedyUntil, { date: longDate(due as PlainDate), time: endTime(dueAt) }) : w.remedySilent}
            {organ && fill(w.remedyTo, { organ })}
            {left !== null && fill(w.remedyLeft, { n: left })}
          </p>
          <FormalityForm frame={frame} own={own} errors={errors} typed={typed} once={once} />
        </>
      ))}
      <p>{fill(w.disagree, { phone: view.phone, tail: view.number.slice(-6) })}</p>
    </section>
  );
}
