import { fill } from "../../domain/words/fill.ts";
import { Choice, ErrorSummary, type Errors, Form, Select, TextField } from "../form.tsx";
import { type Frame, Page } from "../frame.tsx";
import { zh } from "../words/zh.ts";
import { Tels } from "./how.tsx";

const w = zh.filing;

/** Everything a citizen has typed so far. Kept as typed until the end. */
export interface Draft {
  readonly content: string;
  readonly claim: string;
  readonly title: string;
  readonly kind: string;
  readonly area: string;
  readonly place: string;
  readonly petitionerKind: string;
  readonly organisation: string;
  readonly onBehalf: string;
  readonly behalfName: string;
  readonly behalfRelation: string;
  readonly behalfConsent: string;
  readonly people: string;
  readonly representatives: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly publicity: string;
  readonly replyBy: string;
}

export const emptyDraft: Draft = {
  content: "",
  claim: "",
  title: "",
  kind: "",
  area: "",
  place: "",
  petitionerKind: "person",
  organisation: "",
  onBehalf: "self",
  behalfName: "",
  behalfRelation: "",
  behalfConsent: "",
  people: "1",
  representatives: "",
  name: "",
  phone: "",
  email: "",
  publicity: "",
  replyBy: "",
};

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface FilingProps {
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
            accept="image/*,.pdf,.doc,.docx"
            aria-describedby={errors["files"] ? "files-hint files-error" : "files-hint"}
          />
        </div>
      </Form>
      <Clear frame={frame} />
    </Page>
  );
}

/** Between the pages: somebody may be in danger. */
export function EmergencyPage({ frame }: { readonly frame: Frame }) {
  const e = zh.emergency;
  return (
    <Page frame={frame} title={e.title} back="/submit">
      <h1>{e.title}</h1>
      <p class="note">{e.text}</p>
      <Tels frame={frame} />
      <Form action="/submit/no-emergency" csrf={frame.csrf} button={e.goOn} minor />
    </Page>
  );
}

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

/** The second question: who, and how to answer. */
export function ContactPage({
  frame,
  draft,
  errors,
  report,
  expired,
}: FilingProps & {
  /** A report about officials: publicity is not asked, sealing is told. */
  readonly report: boolean;
  readonly expired: boolean;
}) {
  return (
    <Page frame={frame} title={w.contactTitle} errors={Object.keys(errors).length} back="/submit">
      <ErrorSummary errors={errors} />
      {expired && <p class="note">{w.expired}</p>}
      <p class="step">{fill(w.step, { n: 2 })}</p>
      <h1>{w.contactTitle}</h1>
      {report && <p class="note">{w.report}</p>}
      <Form action="/submit/contact" csrf={frame.csrf} button={w.next}>
        <Choice
          name="petitionerKind"
          label={w.petitionerKind}
          errors={errors}
          value={draft.petitionerKind}
          options={[
            { value: "person", label: w.person },
            { value: "legalPerson", label: w.legalPerson },
            { value: "otherOrganisation", label: w.otherOrganisation },
          ]}
        />
        <TextField
          name="organisation"
          label={w.organisation}
          hint={w.organisationHint}
          errors={errors}
          value={draft.organisation}
        />
        <TextField
          name="name"
          label={w.name}
          hint={w.nameHint}
          errors={errors}
          value={draft.name}
          autocomplete="name"
        />
        <TextField
          name="phone"
          label={w.phone}
          hint={w.phoneHint}
          errors={errors}
          value={draft.phone}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
        />
        <TextField
          name="email"
          label={w.email}
          errors={errors}
          value={draft.email}
          type="email"
          inputMode="email"
          autocomplete="email"
        />
        <Choice
          name="onBehalf"
          label={w.onBehalf}
          errors={errors}
          value={draft.onBehalf}
          options={[
            { value: "self", label: w.forSelf },
            { value: "other", label: w.forOther },
          ]}
        />
        <details open={draft.onBehalf === "other"}>
          <summary>{w.forOtherMore}</summary>
          <TextField name="behalfName" label={w.behalfName} errors={errors} value={draft.behalfName} />
          <TextField name="behalfRelation" label={w.behalfRelation} errors={errors} value={draft.behalfRelation} />
          <div class={errors["behalfConsent"] ? "field wrong" : "field"}>
            {errors["behalfConsent"] && (
              <p class="error" id="behalfConsent-error">
                ▲ {errors["behalfConsent"]}
              </p>
            )}
            <label class="choice">
              <input
                type="checkbox"
                id="behalfConsent"
                name="behalfConsent"
                value="yes"
                checked={draft.behalfConsent === "yes"}
                aria-describedby={errors["behalfConsent"] ? "behalfConsent-error" : undefined}
              />
              <span>{w.behalfConsent}</span>
            </label>
          </div>
        </details>
        <TextField
          name="people"
          label={w.people}
          hint={w.peopleHint}
          errors={errors}
          value={draft.people}
          inputMode="numeric"
        />
        <TextField
          name="representatives"
          label={w.representatives}
          hint={w.representativesHint}
          errors={errors}
          value={draft.representatives}
          rows={2}
        />
        {!report && (
          <Choice
            name="publicity"
            label={w.publicity}
            errors={errors}
            value={draft.publicity}
            options={[
              { value: "public", label: w.public },
              { value: "nonPublic", label: w.nonPublic, hint: w.nonPublicPrice },
            ]}
          />
        )}
        <Choice
          name="replyBy"
          label={w.replyBy}
          errors={errors}
          value={draft.replyBy}
          options={[
            { value: "sms", label: w.replySms },
            { value: "phone", label: w.replyPhone },
            { value: "email", label: w.replyEmail },
            { value: "web", label: w.replyWeb },
          ]}
        />
      </Form>
      <Clear frame={frame} />
    </Page>
  );
}

function Clear({ frame }: { readonly frame: Frame }) {
  return (
    <form class="clear" method="post" action="/submit/clear">
      <input type="hidden" name="_csrf" value={frame.csrf} />
      <button class="quiet" type="submit">
        {w.clear}
      </button>
    </form>
  );
}
