import { fill } from "../../../domain/words/fill.ts";
import { Choice, Form, Select, TextField } from "../../form.tsx";
import { ErrorSummary, type Errors } from "../../form-errors.tsx";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { Draft, DraftMark, Notice, Option } from "./draft.ts";
import { FilesField, type KeptFile } from "./files-field.tsx";
import { Locate } from "./locate.tsx";
import { PlaceFields, type StreetOption } from "./place-fields.tsx";
import { type KindQuestions, Questions } from "./questions.tsx";
import { Clear, Marks, Told } from "./told.tsx";
import { type OtherDraft, Unfinished } from "./unfinished.tsx";

const w = zh.filing;

export interface FilingProps {
  readonly frame: Frame;
  readonly mark: DraftMark;
  readonly draft: Draft;
  readonly errors: Errors;
  readonly notice: Notice | null;
}

interface MatterProps extends FilingProps {
  readonly kinds: readonly Option[];
  readonly questions: readonly KindQuestions[];
  readonly areas: readonly Option[];
  readonly streets: readonly StreetOption[];
  /** Streets that fit what was typed, when several do. */
  readonly picks: readonly StreetOption[];
  /** The region knows where its streets lie. */
  readonly locates: boolean;
  readonly files: readonly KeptFile[];
  readonly others: readonly OtherDraft[];
}

/** The first question: the matter. Personal data come later. */
export function MatterPage({
  frame,
  mark,
  draft,
  errors,
  notice,
  kinds,
  questions,
  files,
  others,
  ...places
}: MatterProps) {
  return (
    <Page frame={frame} title={w.matterTitle} errors={Object.keys(errors).length} back="/" showEmergency script>
      <ErrorSummary errors={errors} />
      <Told frame={frame} notice={notice} />
      <p class="step">{fill(w.step, { n: 1 })}</p>
      <h1>{w.matterTitle}</h1>
      <Unfinished others={others} />
      <Form action={`/submit${mark.query}`} csrf={frame.csrf} button={w.next} upload keeps={frame.phone}>
        <Marks mark={mark} notice={notice} />
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
        {kinds.length > 1 && (
          <Choice
            name="kind"
            label={w.kind}
            errors={errors}
            value={draft.kind}
            options={[...kinds, { value: "unsure", label: w.kindUnsure }]}
          />
        )}
        <Questions draft={draft} errors={errors} asked={questions} several={kinds.length > 1} />
        {places.locates && <Locate />}
        <Select
          name="area"
          label={w.area}
          errors={errors}
          value={draft.area}
          empty={w.areaPick}
          options={[...places.areas, { value: "none", label: w.areaNone }]}
        />
        <PlaceFields draft={draft} errors={errors} streets={places.streets} picks={places.picks} />
        <FilesField errors={errors} files={files} />
      </Form>
      <Clear frame={frame} mark={mark} />
    </Page>
  );
}
