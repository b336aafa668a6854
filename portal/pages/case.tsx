import type { Instant, PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Explanation } from "../../domain/duty/explain.ts";
import { longDate, longTime, shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { Choice, ErrorSummary, type Errors, Form, TextField } from "../form.tsx";
import { type Frame, Page } from "../frame.tsx";
import { zh } from "../words/zh.ts";
import { DayList } from "./day-list.tsx";

const w = zh.case;

/** In whose hands a part of the case is, since when, until when, and why. */
export interface PartView {
  readonly title: string | null;
  readonly state: string;
  readonly holder: string | null;
  readonly since: string | null;
  readonly due: string | null;
  readonly dueTitle: string;
  /** After this step the bureau audits. */
  readonly thenAudit: boolean;
  readonly left: number | null;
  readonly over: number | null;
  readonly overdue: boolean;
  readonly gap: number | null;
  readonly article: string | null;
  readonly explanation: Explanation | null;
}

export interface CaseView {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly open: boolean;
  readonly receivedAt: Instant;
  readonly content: string;
  readonly claim: string | null;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly parts: readonly PartView[];
  readonly replies: readonly {
    readonly unit: string;
    readonly text: string;
    /** When it was released, in words; a day alone where an earlier system noted no time. */
    readonly answered: string;
    readonly files: readonly { readonly id: string; readonly name: string }[];
  }[];
  readonly refusal: {
    readonly reason: string;
    readonly rule: string;
    readonly wayOn: string | null;
    readonly by: string;
    readonly on: string;
  } | null;
  readonly pointedTo: string | null;
  readonly steps: readonly { readonly at: Instant; readonly text: string }[];
  readonly ratings: readonly { readonly value: string; readonly label: string }[] | null;
  readonly maySupplement: boolean;
}

interface CaseProps {
  readonly frame: Frame;
  readonly view: CaseView;
  readonly errors: Errors;
  readonly said: "supplement" | "rate" | null;
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
          {said === "rate" ? w.rateDone : w.supplementDone}
        </p>
      )}
      <h1>{view.state}</h1>
      <p class="meta">
        {view.title}
        <br />
        {fill(w.number, { number: view.number })}
      </p>
      {view.refusal && <RefusalBox refusal={view.refusal} tail={tail} />}
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
      {view.replies.length > 0 && <p>{fill(w.disagree, { tail })}</p>}
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
      {view.maySupplement && <SupplementForm frame={frame} errors={errors} typed={typed} once={once} />}
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

function PartBox({ part, n }: { readonly part: PartView; readonly n: number | null }) {
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
      {part.thenAudit && <p class="meta">{w.then}</p>}
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

function RefusalBox({ refusal, tail }: { readonly refusal: NonNullable<CaseView["refusal"]>; readonly tail: string }) {
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
        <dd>{fill(w.refusedBackText, { tail })}</dd>
      </dl>
      <p class="meta">{fill(w.refusedBy, { org: refusal.by, date: longDate(refusal.on as PlainDate) })}</p>
    </section>
  );
}

function FileList({ files }: { readonly files: readonly { readonly id: string; readonly name: string }[] }) {
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

interface OwnFormProps {
  readonly frame: Frame;
  readonly errors: Errors;
  readonly typed: Readonly<Record<string, string>>;
  readonly once: string;
}

function RateForm({
  frame,
  ratings,
  errors,
  typed,
  once,
}: OwnFormProps & { readonly ratings: NonNullable<CaseView["ratings"]> }) {
  return (
    <section class="noprint">
      <h2>{w.rate}</h2>
      <p class="meta">{w.rateHint}</p>
      <Form action="/my-case/rate" csrf={frame.csrf} button={w.rateButton}>
        <input type="hidden" name="once" value={`${once}-rate`} />
        <Choice name="grade" label={w.rateLegend} errors={errors} value={typed["grade"] ?? ""} options={ratings} />
        <TextField name="comment" label={w.rateComment} errors={errors} value={typed["comment"] ?? ""} rows={3} />
      </Form>
    </section>
  );
}

function SupplementForm({ frame, errors, typed, once }: OwnFormProps) {
  return (
    <details class="noprint" open={errors["text"] !== undefined || errors["files"] !== undefined}>
      <summary>{w.supplement}</summary>
      <p class="hint">{w.supplementHint}</p>
      <Form action="/my-case/supplement" csrf={frame.csrf} button={w.supplementButton} upload>
        <input type="hidden" name="once" value={`${once}-supplement`} />
        <TextField name="text" label={w.supplementText} errors={errors} value={typed["text"] ?? ""} rows={4} />
        <div class={errors["files"] ? "field wrong" : "field"}>
          <label for="files">{zh.filing.files}</label>
          <p class="hint">{zh.filing.filesHint}</p>
          {errors["files"] && (
            <p class="error" id="files-error">
              ▲ {errors["files"]}
            </p>
          )}
          <input
            id="files"
            name="files"
            type="file"
            multiple
            accept="image/*,.pdf,.doc,.docx"
            aria-describedby={errors["files"] ? "files-error" : undefined}
          />
        </div>
      </Form>
    </details>
  );
}
