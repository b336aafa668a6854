import { longTime, shortTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { ErrorSummary, type Errors } from "../../form-errors.tsx";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { CaseView } from "./case-view.ts";
import { FormalityForm } from "./formality-form.tsx";
import { RateForm, SupplementForm } from "./own-forms.tsx";
import { PartBox, RefusalBox, FileList } from "./case-parts.tsx";

const w = zh.case;

/** What was just done, to be said at the top of the page. */
export type Said = "supplement" | "rate" | "formality" | null;

interface CaseProps {
  readonly frame: Frame;
  readonly view: CaseView;
  readonly errors: Errors;
  readonly said: Said;
  readonly typed: Readonly<Record<string, string>>;
  readonly once: string;
}

/** The citizen's page of a case: the box first, then the answer, then what can be done, then what happened. */
export function CasePage({ frame, view, errors, said, typed, once }: CaseProps) {
  const tail = view.number.slice(-6);
  return (
    <Page frame={frame} title={w.title} errors={Object.keys(errors).length}>
      <ErrorSummary errors={errors} />
      {said && (
        <p class="ok" role="status">
          {w.done[said]}
        </p>
      )}
      <h1>{view.state}</h1>
      <p class="meta">
        {view.title}
        <br />
        {fill(w.number, { number: view.number })}
      </p>
      {view.refusal && <RefusalBox refusal={view.refusal} tail={tail} phone={frame.phone} />}
      {view.pointedTo !== null && (
        <div class="box">
          <p>{w.pointed}</p>
          <p class="words">{view.pointedTo}</p>
        </div>
      )}
      {view.open && view.parts.map((part, i) => <PartBox part={part} n={view.parts.length > 1 ? i + 1 : null} />)}
      {view.replies.map((reply) => (
        <section>
          <h2>{reply.unit ? fill(w.answer, { unit: reply.unit }) : w.answerInternal}</h2>
          <p class="meta">{fill(w.answeredOn, { date: reply.answered })}</p>
          <p class="box words">{reply.text}</p>
          <FileList files={reply.files} />
        </section>
      ))}
      {view.replies.length > 0 && <p>{fill(w.disagree, { tail, phone: frame.phone })}</p>}
      {view.ratings && <RateForm frame={frame} ratings={view.ratings} errors={errors} typed={typed} once={once} />}
      <h2>{w.timeline}</h2>
      {view.steps.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <ol class="steps">
          {view.steps.map((step) => (
            <li>
              {step.text} <span class="meta">{shortTime(step.at)}</span>
            </li>
          ))}
        </ol>
      )}
      {view.formalities.map((own) => (
        <FormalityForm frame={frame} own={own} errors={errors} typed={typed} once={once} />
      ))}
      {(view.maySupplement || typed["text"]) && (
        <SupplementForm frame={frame} errors={errors} typed={typed} once={once} />
      )}
      <h2>{w.words}</h2>
      <p class="meta">{fill(w.received, { time: longTime(view.receivedAt) })}</p>
      <p class="words">{view.content}</p>
      {view.claim && (
        <>
          <h3>{w.claim}</h3>
          <p class="words">{view.claim}</p>
        </>
      )}
      <FileList files={view.files} />
      <p class="noprint">{w.print}</p>
      <form class="noprint" method="post" action="/my-case/leave">
        <input type="hidden" name="_csrf" value={frame.csrf} />
        <button type="submit">{w.leave}</button>
      </form>
    </Page>
  );
}
