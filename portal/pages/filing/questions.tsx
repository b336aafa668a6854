import { unclearAnswer } from "../../../domain/fields/words.ts";
import type { Question } from "../../../domain/rules/petitioner/questions.ts";
import type { Subject } from "../../../domain/rules/vocabulary.ts";
import { Choice, TextField } from "../../form.tsx";
import type { Errors } from "../../form-errors.tsx";
import { zh } from "../../words/zh.ts";
import type { Draft } from "./draft.ts";

const w = zh.filing;

/** What a regulation asks on top about matters of one kind. */
export interface KindQuestions {
  readonly kind: Subject;
  readonly questions: readonly Question[];
}

/** The field of a form in which a question of the regulation is answered. */
export function questionField(name: string): string {
  return `q-${name}`;
}

interface Props {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly asked: readonly KindQuestions[];
  /** Whether the kind is asked for; where there is one only, its questions always stand on the page. */
  readonly several: boolean;
}

/** The questions of each kind: shown once that kind is chosen, by the browser where it can, else when the page comes back. */
export function Questions({ draft, errors, asked, several }: Props) {
  return (
    <>
      {asked
        .filter(({ questions }) => questions.length > 0)
        .map(({ kind, questions }) => (
          <div class={several ? `only of-${kind}${isChosen(draft, kind) ? " open" : ""}` : undefined}>
            {questions.map((question) => (
              <Asked question={question} value={draft.answers[question.name] ?? ""} errors={errors} />
            ))}
          </div>
        ))}
    </>
  );
}

/** Who is not sure brings an ordinary matter, until the office decides. */
function isChosen({ kind }: Draft, of: Subject): boolean {
  return kind === of || (kind === "unsure" && of === "ordinary");
}

function Asked({ question, value, errors }: { question: Question; value: string; errors: Errors }) {
  const { name, label, hint, required, unclear, choices } = question;
  const asked = { name: questionField(name), label: required ? label : `${label}${w.optional}`, errors, value };
  if (choices) {
    const options = choices.map((one) => ({ value: one, label: one }));
    const open = unclear ? [{ value: unclearAnswer, label: w.unclear }] : [];
    return <Choice {...asked} {...(hint ? { hint } : {})} inline options={[...options, ...open]} />;
  }
  const hints = [hint, unclear ? w.unclearHint : undefined].filter(Boolean).join(" ");
  return <TextField {...asked} {...(hints ? { hint: hints } : {})} />;
}
