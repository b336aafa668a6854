import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { Select, TextField } from "../form.tsx";
import type { Errors } from "../form-errors.tsx";
import { type Frame, Page } from "../frame.tsx";
import { Whole } from "../whole.tsx";
import { zh } from "../words/zh.ts";
import { AnswerList, type AnswerRow } from "./home.tsx";

const w = zh.answers;

interface AnswersProps {
  readonly frame: Frame;
  readonly rows: readonly AnswerRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly filter: { readonly q: string; readonly org: string; readonly month: string };
  readonly errors: Errors;
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly months: readonly { readonly value: string; readonly label: string }[];
}

/** Published answers: search, unit, month; plain links. */
export function AnswersPage({ frame, rows, total, page, pages, filter, errors, units, months }: AnswersProps) {
  return (
    <Page frame={frame} title={w.title} errors={Object.keys(errors).length}>
      <h1>{w.title}</h1>
      <form method="get" action="/answers" role="search" class="filters">
        <TextField name="q" label={w.search} errors={errors} value={filter.q} type="search" />
        <Select name="org" label={w.unit} errors={{}} value={filter.org} empty={w.allUnits} options={units} />
        <Select
          name="month"
          label={w.month}
          errors={errors}
          value={filter.month}
          empty={w.allMonths}
          options={months}
        />
        <div class="field">
          <button type="submit">{w.button}</button>
        </div>
      </form>
      <p class="meta" role="status">
        {fill(w.total, { n: total.toLocaleString("en-US") })}
      </p>
      {rows.length > 0 ? <AnswerList rows={rows} heading="h2" /> : <p>{nothingWords(filter)}</p>}
      {pages > 1 && (
        <nav class="pages" aria-label={w.title}>
          {page > 1 && <a href={pageLink(filter, page - 1)}>{w.previous}</a>}
          <span>{fill(w.page, { n: page, pages })}</span>
          {page < pages && <a href={pageLink(filter, page + 1)}>{w.next}</a>}
        </nav>
      )}
    </Page>
  );
}

function nothingWords({ q, org, month }: AnswersProps["filter"]): string {
  if (q) return fill(w.none, { q });
  return org || month ? w.noneHere : w.empty;
}

function pageLink(filter: AnswersProps["filter"], page: number): string {
  return `/answers?${new URLSearchParams({ ...filter, page: String(page) })}`;
}

interface AnswerProps {
  readonly frame: Frame;
  readonly answer: {
    readonly title: string;
    readonly question: string;
    readonly answer: string;
    readonly unit: string;
    readonly answeredOn: string;
    readonly daysUsed: number | null;
  };
  /** Others that speak of the same things. */
  readonly alike: readonly { readonly id: string; readonly title: string }[];
}

/** One question and its answer; no names, no comments. */
export function AnswerPage({ frame, answer, alike }: AnswerProps) {
  const meta = fill(w.answered, { unit: answer.unit, date: longDate(answer.answeredOn as PlainDate) });
  return (
    <Page frame={frame} title={answer.title} back="/answers">
      <h1>
        <Whole text={answer.title} />
      </h1>
      <p class="meta">
        {meta}
        {answer.daysUsed !== null && (
          <>
            {" · "}
            <span class="whole">{fill(w.used, { n: answer.daysUsed })}</span>
          </>
        )}
      </p>
      <h2>{w.question}</h2>
      <p class="words">{answer.question}</p>
      <h2>{w.answer}</h2>
      <p class="box words">{answer.answer}</p>
      {alike.length > 0 && (
        <>
          <h2>{w.alike}</h2>
          <ul>
            {alike.map(({ id, title }) => (
              <li>
                <a href={`/answers/${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
