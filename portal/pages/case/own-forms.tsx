import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
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

type Asked = NonNullable<CaseView["asked"]>;

/** What staff have asked for: what, why, until when, and what it does to the terms. */
function AskedBox({ asked }: { readonly asked: Asked }) {
  return (
    <section class="box">
      <h2>{w.askedFor}</h2>
      <p class="words">{fill(w.askedWhat, { what: asked.what })}</p>
      {asked.why && <p class="words">{fill(w.askedWhy, { why: asked.why })}</p>}
      {asked.by && <p>{fill(w.askedBy, { date: longDate(asked.by as PlainDate) })}</p>}
      <p>{w.askedTerms}</p>
    </section>
  );
}

/** What the petitioner adds: open and with what is asked above it, where staff have asked. */
export function SupplementForm({ asked, ...props }: OwnFormProps & { readonly asked: Asked | null }) {
  if (!asked) return <AddingForm {...props} asked={false} />;
  return (
    <>
      <AskedBox asked={asked} />
      <AddingForm {...props} asked />
    </>
  );
}

function AddingForm({ frame, errors, typed, once, asked }: OwnFormProps & { readonly asked: boolean }) {
  return (
    <details class="noprint" open={asked || errors["text"] !== undefined || errors["files"] !== undefined}>
      <summary>{asked ? w.supplementAsked : w.supplement}</summary>
      <p class="hint">{asked ? w.supplementNone : w.supplementHint}</p>
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
