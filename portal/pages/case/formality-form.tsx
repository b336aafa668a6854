import type { FormalityField } from "../../../domain/rules/formality.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh as common } from "../../../domain/words/zh.ts";
import { Choice, Form, Select, TextField } from "../../form.tsx";
import type { Errors } from "../../form-errors.tsx";
import type { Frame } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import type { OwnFormality } from "./case-view.ts";

interface Props {
  readonly frame: Frame;
  readonly own: OwnFormality;
  readonly errors: Errors;
  readonly typed: Readonly<Record<string, string>>;
  readonly once: string;
  /** Shown at once: what everybody is asked. */
  readonly open?: boolean;
}

/** The name of the input that a field of a formality has on the page. */
export function inputName(formality: string, field: string): string {
  return `${formality}.${field}`;
}

/** A step of the regulation that the petitioner takes: folded away until it is wanted, open while something is wrong. */
export function FormalityForm({ frame, own, errors, typed, once, open = false }: Props) {
  const wrong = errors[own.id] !== undefined;
  return (
    <details class="noprint" id={own.id} open={open || wrong}>
      <summary>{own.label}</summary>
      <p class="hint">
        {own.words}（{own.article}）
      </p>
      {own.found.map(({ label, organ }) => (
        <p>{fill(zh.case.organFound, { label, organ })}</p>
      ))}
      {wrong && (
        <p class="error">
          <span aria-hidden="true">▲ </span>
          {errors[own.id]}
        </p>
      )}
      <Form action="/my-case/formality" csrf={frame.csrf} button={own.label}>
        <input type="hidden" name="once" value={`${once}-${own.id}`} />
        <input type="hidden" name="formality" value={own.id} />
        <input type="hidden" name="legId" value={own.legId ?? ""} />
        {own.fields.map((field) => (
          <Field field={field} name={inputName(own.id, field.name)} typed={typed} />
        ))}
      </Form>
    </details>
  );
}

/** More choices than these are a list to pull down. */
const most = 8;

interface FieldProps {
  readonly field: FormalityField;
  readonly name: string;
  readonly typed: Readonly<Record<string, string>>;
}

function Field({ field, name, typed }: FieldProps) {
  const hint = [field.hint ?? "", hintOf(field)].filter(Boolean).join("");
  const label = field.required ? field.label : `${field.label}${zh.case.mayBeEmpty}`;
  const line = { name, label, errors: {}, value: typed[name] ?? "", ...(hint ? { hint } : {}) };
  switch (field.kind) {
    case "choice":
    case "choices":
      return (field.choices?.length ?? 0) > most ? (
        <Select {...line} options={field.choices ?? []} empty="" />
      ) : (
        <Choice {...line} options={field.choices ?? []} />
      );
    case "yesNo":
      return (
        <Choice
          {...line}
          options={[
            { value: "yes", label: common.yes },
            { value: "no", label: common.no },
          ]}
        />
      );
    case "number":
      return <TextField {...line} inputMode="numeric" />;
    case "date":
      return <TextField {...line} />;
    default:
      return <TextField {...line} rows={field.kind === "text" ? 4 : 2} />;
  }
}

function hintOf({ kind }: FormalityField): string {
  if (kind === "date") return zh.case.dateHint;
  return kind === "people" ? zh.case.peopleHint : "";
}
