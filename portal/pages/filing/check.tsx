import { fill } from "../../../domain/words/fill.ts";
import { Form } from "../../form.tsx";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { DraftMark, Notice } from "./draft.ts";
import { Clear, Marks, Told } from "./told.tsx";

export interface CheckRow {
  readonly field: keyof typeof zh.check.labels;
  readonly value: string;
  /** What stands before it, where the field has no name of its own in the catalogue. */
  readonly label?: string;
  /** The field where it is changed: page and anchor. */
  readonly at: string;
}

interface CheckProps {
  readonly frame: Frame;
  readonly mark: DraftMark;
  readonly notice: Notice | null;
  readonly sections: readonly { readonly title: string; readonly rows: readonly CheckRow[] }[];
  /** The words as the public would see them; null for what is never published. */
  readonly preview: readonly { readonly field: CheckRow["field"]; readonly value: string }[] | null;
  /** Two presses make one case. */
  readonly once: string;
  /** What stood on the page: if it is something else by the time of pressing, it is shown again. */
  readonly seen: string;
}

/** The third page: everything once more, each line with a way back. */
export function CheckPage({ frame, mark, notice, sections, preview, once, seen }: CheckProps) {
  const w = zh.check;
  return (
    <Page frame={frame} title={zh.filing.checkTitle} back={`/submit/contact${mark.query}`} script>
      <Told frame={frame} notice={notice} />
      <p class="step">{fill(zh.filing.step, { n: 3 })}</p>
      <h1>{zh.filing.checkTitle}</h1>
      {sections.map((section) => (
        <section>
          <h2>{section.title}</h2>
          <dl class="rows">
            {section.rows.map((row) => (
              <>
                <dt>{row.label ?? w.labels[row.field]}</dt>
                <dd class="words">{row.value || w.empty}</dd>
                <dd>
                  <a href={row.at} aria-label={fill(w.changeOf, { field: row.label ?? w.labels[row.field] })}>
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
          <dl class="box preview">
            {preview.map(({ field, value }) => (
              <>
                <dt>{w.labels[field]}</dt>
                <dd class="words">{value}</dd>
              </>
            ))}
          </dl>
          <p>
            <a href={`/submit${mark.query}#content`}>{w.previewChange}</a>
          </p>
        </section>
      )}
      <h2>{w.dutyTitle}</h2>
      {w.duty.map((line) => (
        <p class="meta">{fill(line, { platform: frame.platform, phone: frame.phone })}</p>
      ))}
      <p class="truth">{w.truth}</p>
      <Form action={`/submit/check${mark.query}`} csrf={frame.csrf} button={w.submit} keeps={frame.phone}>
        <Marks mark={mark} notice={notice} />
        <input type="hidden" name="once" value={once} />
        <input type="hidden" name="seen" value={seen} />
      </Form>
      <Clear frame={frame} mark={mark} />
    </Page>
  );
}
