import { zh } from "../../words/zh.ts";
import { fill } from "../../../domain/words/fill.ts";
import { Choice, Form, TextField } from "../../form.tsx";
import { ErrorSummary } from "../../form-errors.tsx";
import { Page } from "../../frame.tsx";
import type { FilingProps } from "./matter.tsx";
import { Clear } from "./clear.tsx";

const w = zh.filing;

/** The second question: who, and how to answer. */
export function ContactPage({
  frame,
  draft,
  errors,
  report,
  tracks,
  expired,
}: FilingProps & {
  /** A report about officials: publicity is not asked, sealing is told. */
  readonly report: boolean;
  /** What must not be public is handled in another way, without a term. */
  readonly tracks: boolean;
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
              { value: "nonPublic", label: w.nonPublic, hint: tracks ? w.nonPublicPrice : w.nonPublicAlone },
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
