import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";

export interface SimilarAnswer {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly unit: string;
}

/** Between the pages: perhaps the answer is there already. */
export function SimilarPage({ frame, rows }: { readonly frame: Frame; readonly rows: readonly SimilarAnswer[] }) {
  const s = zh.similar;
  return (
    <Page frame={frame} title={s.title} back="/submit">
      <h1>{s.title}</h1>
      <p>{s.text}</p>
      {rows.map((row) => (
        <details>
          <summary>{row.title}</summary>
          <p class="words">
            {s.question}
            {row.question}
          </p>
          <p class="words">
            {s.answer}
            {row.answer}（{row.unit}）
          </p>
        </details>
      ))}
      <p>
        <a class="button main" href="/submit/contact">
          {s.goOn}
        </a>
      </p>
      <form method="post" action="/submit/clear">
        <input type="hidden" name="_csrf" value={frame.csrf} />
        <button type="submit">{s.solved}</button>
      </form>
    </Page>
  );
}
