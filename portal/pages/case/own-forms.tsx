import { Choice, Form, TextField } from "../../form.tsx";
import type { Errors } from "../../form-errors.tsx";
import type { Frame } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { CaseView } from "./case-view.ts";

const w = zh.case;

interface OwnFormProps {
  readonly frame: Frame;
  readonly errors: Errors;
  readonly typed: Readonly<Record<string, string>>;
  readonly once: string;
}

export function RateForm({
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

export function SupplementForm({ frame, errors, typed, once }: OwnFormProps) {
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
            accept="image/*,.pdf,.doc,.docx,.xls,.xlsx"
            aria-describedby={errors["files"] ? "files-error" : undefined}
          />
        </div>
      </Form>
    </details>
  );
}

/** The wish to take the case back, with what comes of it said first. */
export function WithdrawForm({ frame, errors, typed, once }: OwnFormProps) {
  return (
    <details class="noprint" open={errors["why"] !== undefined}>
      <summary>{w.withdraw}</summary>
      <p class="hint">{w.withdrawText}</p>
      <Form action="/my-case/withdraw" csrf={frame.csrf} button={w.withdrawButton} minor>
        <input type="hidden" name="once" value={`${once}-withdraw`} />
        <TextField name="why" label={w.withdrawWords} errors={errors} value={typed["why"] ?? ""} rows={2} />
      </Form>
    </details>
  );
}
