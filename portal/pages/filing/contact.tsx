import type { ContactFields } from "../../../domain/rules/petitioner/contact.ts";
import { fill } from "../../../domain/words/fill.ts";
import { Choice, Form, TextField } from "../../form.tsx";
import { ErrorSummary } from "../../form-errors.tsx";
import { Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { FilingProps } from "./matter.tsx";
import { ForOther, ForSeveral } from "./for-whom.tsx";
import { Reach } from "./reach.tsx";
import { Clear, Marks, Told } from "./told.tsx";

const w = zh.filing;

interface ContactProps extends FilingProps {
  /** What the regulation asks about the petitioner. */
  readonly asked: ContactFields;
  /** A report about officials: publicity is not asked, sealing is told. */
  readonly report: boolean;
  /** Whether anything is published at all. */
  readonly publishes: boolean;
  /** What must not be public is handled in another way, without a term. */
  readonly tracks: boolean;
}

/** The second question: who, and how to answer. What only some are asked is shown once they say that they are these. */
export function ContactPage({ frame, mark, draft, errors, notice, asked, report, publishes, tracks }: ContactProps) {
  const organisation = draft.petitionerKind !== "person";
  return (
    <Page
      frame={frame}
      title={w.contactTitle}
      errors={Object.keys(errors).length}
      back={`/submit${mark.query}`}
      showEmergency
      script
    >
      <ErrorSummary errors={errors} />
      <Told frame={frame} notice={notice} />
      <p class="step">{fill(w.step, { n: 2 })}</p>
      <h1>{w.contactTitle}</h1>
      {report && <p class="note">{w.report}</p>}
      <Form action={`/submit/contact${mark.query}`} csrf={frame.csrf} button={w.next} keeps={frame.phone}>
        <Marks mark={mark} notice={notice} />
        <Choice
          name="petitionerKind"
          label={w.petitionerKind}
          errors={errors}
          value={draft.petitionerKind}
          inline
          options={[
            { value: "person", label: w.person },
            { value: "legalPerson", label: w.legalPerson },
            { value: "otherOrganisation", label: w.otherOrganisation },
          ]}
        />
        <div class={`only for-organisation${organisation ? " open" : ""}`}>
          <TextField
            name="organisation"
            label={w.organisation}
            errors={errors}
            value={draft.organisation}
            autocomplete="organization"
          />
        </div>
        <Reach draft={draft} errors={errors} asked={asked} />
        <ForOther draft={draft} errors={errors} />
        <ForSeveral draft={draft} errors={errors} most={asked.representatives} />
        {publishes && !report && (
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
          inline
          options={[
            { value: "sms", label: w.replySms },
            { value: "phone", label: w.replyPhone },
            { value: "email", label: w.replyEmail },
            { value: "web", label: w.replyWeb },
          ]}
        />
      </Form>
      <Clear frame={frame} mark={mark} />
    </Page>
  );
}
