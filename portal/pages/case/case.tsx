import { longTime, shortTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { ErrorSummary, type Errors } from "../../form-errors.tsx";
import { type Frame, Page } from "../../frame.tsx";
import { PrintButton } from "../../print-button.tsx";
import { Whole } from "../../whole.tsx";
import { zh } from "../../words/zh.ts";
import { Answer } from "./answer.tsx";
import type { CaseView } from "./case-view.ts";
import { FileList } from "./file-list.tsx";
import { FormalityForm } from "./formality-form.tsx";
import { RateForm, SupplementForm, WithdrawForm } from "./own-forms.tsx";
import { PartBox } from "./part-box.tsx";
import { RefusalBox } from "./refusal-box.tsx";
import { Remedies } from "./remedies.tsx";

const w = zh.case;

/** What was just done, to be said at the top of the page. */
export type Said = "supplement" | "rate" | "formality" | "withdraw" | null;

interface CaseProps {
  readonly frame: Frame;
  readonly view: CaseView;
  readonly errors: Errors;
  readonly said: Said;
  readonly typed: Readonly<Record<string, string>>;
  readonly once: string;
}

/** The citizen's page of a case: the box first, then the answer, then what can be done, then what happened. */
export function CasePage(props: CaseProps) {
  const { frame, view, errors, said } = props;
  const forms = { frame, errors, typed: props.typed, once: props.once };
  const tail = view.number.slice(-6);
  const canAdd = view.maySupplement || Boolean(props.typed["text"]);
  return (
    <Page frame={frame} title={w.title} errors={Object.keys(errors).length}>
      <ErrorSummary errors={errors} />
      {said && (
        <p class="ok" role="status">
          {w.done[said]}
        </p>
      )}
      {view.refusal && <p class="printed">{w.notice}</p>}
      <h1>
        <Whole text={view.state} />
      </h1>
      <p class="meta">
        {view.title}
        <br />
        {fill(w.number, { number: view.number })}
      </p>
      {view.refusal && <RefusalBox refusal={view.refusal} phone={view.phone} tail={tail} />}
      {view.pointedTo !== null && (
        <div class="box">
          <p>{w.pointed}</p>
          <p class="words">{view.pointedTo}</p>
        </div>
      )}
      {view.parts.map((part, i) => (
        <PartBox part={part} n={view.parts.length > 1 ? i + 1 : null} />
      ))}
      {view.asked && canAdd && <SupplementForm {...forms} asked={view.asked} />}
      {view.answers.map((answer) => (
        <Answer answer={answer} />
      ))}
      <Remedies {...forms} view={view} />
      {view.ratings && <RateForm {...forms} ratings={view.ratings} />}
      {view.rated && <p class="box">{view.rated}</p>}
      {view.formalities.map((own) => (
        <FormalityForm {...forms} own={own} open />
      ))}
      {view.asked === null && canAdd && <SupplementForm {...forms} asked={null} />}
      {view.supplementsFull && <p>{fill(w.supplementFull, { phone: view.phone, tail })}</p>}
      <Timeline view={view} />
      <OwnWords view={view} />
      {view.maySupplement && <WithdrawForm {...forms} />}
      <h2>{w.phoneHelp}</h2>
      <p>{fill(view.hours ? w.phoneHours : w.phoneHelpText, { phone: view.phone, hours: view.hours, tail })}</p>
      {view.refusal && <p class="stamp">{w.stamp}</p>}
      <PrintButton />
      <form class="noprint" method="post" action="/my-case/leave">
        <input type="hidden" name="_csrf" value={frame.csrf} />
        <button type="submit">{w.leave}</button>
      </form>
    </Page>
  );
}

function Timeline({ view }: { readonly view: CaseView }) {
  return (
    <>
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
    </>
  );
}

/** What the citizen wrote, in the beginning and later, each with its day and files. */
function OwnWords({ view }: { readonly view: CaseView }) {
  return (
    <>
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
      {view.supplements.length > 0 && <h3>{w.supplements}</h3>}
      {view.supplements.map(({ at, text, files }) => (
        <>
          <p class="meta">{fill(w.supplemented, { time: longTime(at) })}</p>
          <p class="words">{text.trim() || w.supplementFiles}</p>
          <FileList files={files} plain />
        </>
      ))}
    </>
  );
}
