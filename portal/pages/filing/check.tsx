import { fill } from "../../../domain/words/fill.ts";
import { Form } from "../../form.tsx";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";

export interface CheckRow {
  readonly field: keyof typeof zh.check.labels;
  readonly value: string;
  /** The page where it is changed. */
  readonly at: "/submit" | "/submit/contact";
}

interface CheckProps {
  readonly frame: Frame;
  readonly sections: readonly { readonly title: string; readonly rows: readonly CheckRow[] }[];
  /** The text as the public would see it; null for what is never published. */
  readonly preview: string | null;
  /** Two presses make one case. */
  readonly once: string;
}

/** The third page: everything once more, each line with a way back. */
export function CheckPage({ frame, sections, preview, once }: CheckProps) {
  const w = zh.check;
  return (
    <Page frame={frame} title={zh.filing.checkTitle} back="/submit/contact">
      <p class="step">{fill(zh.filing.step, { n: 3 })}</p>
      <h1>{zh.filing.checkTitle}</h1>
      {sections.map((section) => (
        <section>
          <h2>{section.title}</h2>
          <dl class="rows">
            {section.rows.map((row) => (
              <>
                <dt>{w.labels[row.field]}</dt>
                <dd class="words">{row.value || w.empty}</dd>
                <dd>
                  <a href={row.at} aria-label={fill(w.changeOf, { field: w.labels[row.field] })}>
                    {w.change}
                  </a>
                </dd>
              </>
            ))}
          </dl>
        </section>
      ))}
      {preview !== null && (
        <section>
          <h2>{w.preview}</h2>
          <p class="meta">{w.previewText}</p>
          <p class="box words">{preview}</p>
          <p>
            <a href="/submit">{w.previewChange}</a>
          </p>
        </section>
      )}
      <p class="meta">{fill(w.duty, { platform: frame.platform, phone: frame.phone })}</p>
      <p class="meta">{w.truth}</p>
      <Form action="/submit/check" csrf={frame.csrf} button={w.submit}>
        <input type="hidden" name="once" value={once} />
      </Form>
    </Page>
  );
}
