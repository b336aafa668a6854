import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { DraftMark } from "./draft.ts";

export interface SimilarAnswer {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly unit: string;
  readonly answeredOn: string;
}

/** Somewhere else that such matters belong to: whom to turn to, and how. */
export interface Elsewhere {
  readonly organ: string;
  readonly phone: string | null;
  readonly route: string | null;
}

interface SimilarProps {
  readonly frame: Frame;
  readonly mark: DraftMark;
  readonly rows: readonly SimilarAnswer[];
  readonly elsewhere: readonly Elsewhere[];
}

/** Between the pages: perhaps the answer is there already, or somebody else is the one to ask. Never a wall. */
export function SimilarPage({ frame, mark, rows, elsewhere }: SimilarProps) {
  const s = zh.similar;
  const title = rows.length > 0 ? s.title : s.elsewhereTitle;
  return (
    <Page frame={frame} title={title} back={`/submit${mark.query}`}>
      <h1>{title}</h1>
      {elsewhere.length > 0 && (
        <section>
          {rows.length > 0 && <h2>{s.elsewhereTitle}</h2>}
          <p>{s.elsewhereText}</p>
          {elsewhere.map(({ organ, phone, route }) => (
            <div class="box">
              <p>
                <strong>{organ}</strong>
              </p>
              {phone && (
                <p>
                  <a class="button" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
                    {fill(s.call, { phone })}
                  </a>
                </p>
              )}
              {route && <p>{route}</p>}
            </div>
          ))}
        </section>
      )}
      {rows.length > 0 && <p>{s.text}</p>}
      {rows.map((row) => (
        <details>
          <summary>{row.title}</summary>
          <p class="words">
            {s.question}
            {row.question}
          </p>
          <p class="words">
            {s.answer}
            {row.answer}
          </p>
          <p class="meta">
            {fill(zh.answers.answered, { unit: row.unit, date: longDate(row.answeredOn as PlainDate) })}
          </p>
        </details>
      ))}
      <p class="goOn">
        <a class="button main" href={`/submit/contact${mark.query}`}>
          {rows.length > 0 ? s.goOn : s.goOnAnyway}
        </a>
      </p>
      {rows.length > 0 && (
        <form method="post" action={`/submit/solved${mark.query}`}>
          <input type="hidden" name="_csrf" value={frame.csrf} />
          <input type="hidden" name="draft" value={mark.sealed} />
          <button type="submit">{s.solved}</button>
        </form>
      )}
    </Page>
  );
}

/** The question is answered: nothing was filed, and what was written is still there for a day. */
export function SolvedPage({ frame, mark }: { readonly frame: Frame; readonly mark: DraftMark }) {
  const s = zh.similar;
  return (
    <Page frame={frame} title={s.solvedTitle}>
      <h1>{s.solvedTitle}</h1>
      <p>{s.solvedText}</p>
      <div class="doors">
        <a class="button" href={`/submit${mark.query}`}>
          {s.solvedBack}
        </a>
        <a class="button" href="/answers">
          {zh.home.more}
        </a>
      </div>
    </Page>
  );
}
