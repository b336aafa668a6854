import { fill } from "../../../domain/words/fill.ts";
import { Choice, Form, Select, TextField } from "../../form.tsx";
import { ErrorSummary, type Errors } from "../../form-errors.tsx";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { Draft, Option } from "./draft.ts";
import { Clear } from "./clear.tsx";

const w = zh.filing;

export interface FilingProps {
  readonly frame: Frame;
  readonly draft: Draft;
  readonly errors: Errors;
}

/** The first question: the matter. Personal data come later. */
export function MatterPage({
  frame,
  draft,
  errors,
  kinds,
  areas,
  files,
  expired,
}: FilingProps & {
  readonly kinds: readonly Option[];
  readonly areas: readonly Option[];
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly expired?: boolean;
}) {
  return (
    <Page frame={frame} title={w.matterTitle} errors={Object.keys(errors).length} back="/" showEmergency>
      <ErrorSummary errors={errors} />
      {expired && <p class="note">{w.expired}</p>}
      <p class="step">{fill(w.step, { n: 1 })}</p>
      <h1>{w.matterTitle}</h1>
      <Form action="/submit" csrf={frame.csrf} button={w.next} upload>
        <TextField
          name="content"
          label={w.content}
          hint={w.contentHint}
          errors={errors}
          value={draft.content}
          rows={8}
        />
        <TextField name="claim" label={w.claim} hint={w.claimHint} errors={errors} value={draft.claim} rows={3} />
        <TextField name="title" label={w.title} hint={w.titleHint} errors={errors} value={draft.title} />
        <Choice
          name="kind"
          label={w.kind}
          errors={errors}
          value={draft.kind}
          options={[...kinds, { value: "unsure", label: w.kindUnsure }]}
        />
        <Select
          name="area"
          label={w.area}
          errors={errors}
          value={draft.area}
          empty={w.areaPick}
          options={[...areas, { value: "none", label: w.areaNone }]}
        />
        <TextField name="place" label={w.place} hint={w.placeHint} errors={errors} value={draft.place} />
        <div class={errors["files"] ? "field wrong" : "field"}>
          <label for="files">{w.files}</label>
          <p class="hint" id="files-hint">
            {w.filesHint}
          </p>
          {errors["files"] && (
            <p class="error" id="files-error">
              ▲ {errors["files"]}
            </p>
          )}
          {files.length > 0 && (
            <ul>
              {files.map((file) => (
                <li>
                  {file.name}{" "}
                  <button
                    class="quiet"
                    type="submit"
                    name="drop"
                    value={file.id}
                    aria-label={`${w.removeFile} ${file.name}`}
                  >
                    {w.removeFile}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            id="files"
            name="files"
            type="file"
            multiple
            accept="image/*,.pdf,.doc,.docx,.xls,.xlsx"
            aria-describedby={errors["files"] ? "files-hint files-error" : "files-hint"}
          />
        </div>
      </Form>
      <Clear frame={frame} />
    </Page>
  );
}
