import { fill } from "../domain/words/fill.ts";
import type { ComponentChildren } from "preact";
import { zh } from "./words/zh.ts";
import { type FieldProps, describedBy, Said } from "./form-errors.tsx";

interface TextProps extends FieldProps {
  readonly value: string;
  readonly type?: "text" | "tel" | "email" | "search";
  readonly rows?: number;
  readonly inputMode?: "numeric" | "tel" | "email" | "text";
  readonly autocomplete?: string;
  /** What the browser offers while one types; anything else may be written as well. */
  readonly list?: readonly { readonly value: string; readonly label: string }[];
}

/** One line or several lines of text. */
export function TextField({
  name,
  label,
  hint,
  errors,
  value,
  type = "text",
  rows,
  inputMode,
  autocomplete,
  list,
}: TextProps) {
  const common = {
    id: name,
    name,
    "aria-describedby": describedBy(name, hint, errors),
    "aria-invalid": errors[name] ? ("true" as const) : undefined,
    autocomplete,
  };
  return (
    <div class={errors[name] ? "field wrong" : "field"}>
      <label for={name}>{label}</label>
      <Said name={name} hint={hint} errors={errors} />
      {rows ? (
        <textarea {...common} rows={rows}>
          {value}
        </textarea>
      ) : (
        <input
          {...common}
          type={type as "text"}
          inputMode={inputMode}
          value={value}
          list={list ? `${name}-list` : undefined}
        />
      )}
      {list && (
        <datalist id={`${name}-list`}>
          {list.map((one) => (
            <option value={one.value} label={one.label} />
          ))}
        </datalist>
      )}
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string | undefined }[];
  /** Short answers stand beside each other. */
  readonly inline?: boolean;
}

/** A question with a few answers, none of them chosen beforehand. */
export function Choice({ name, label, hint, errors, value, options, inline = false }: ChoiceProps) {
  return (
    <fieldset
      class={`field${errors[name] ? " wrong" : ""}${inline ? " beside" : ""}`}
      aria-describedby={describedBy(name, hint, errors)}
    >
      <legend>{label}</legend>
      <Said name={name} hint={hint} errors={errors} />
      {options.map((option, i) => (
        <label class="choice">
          <input
            type="radio"
            id={i === 0 ? name : `${name}-${option.value}`}
            name={name}
            value={option.value}
            checked={option.value === value}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly empty?: string;
}

export function Select({ name, label, hint, errors, value, options, empty }: SelectProps) {
  return (
    <div class={errors[name] ? "field wrong" : "field"}>
      <label for={name}>{label}</label>
      <Said name={name} hint={hint} errors={errors} />
      <select id={name} name={name} aria-describedby={describedBy(name, hint, errors)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FormProps {
  readonly action: string;
  readonly csrf: string;
  readonly button: string;
  readonly upload?: boolean;
  /** Something else on the page matters more than going on. */
  readonly minor?: boolean;
  /** Without a network the words stay in the open page, which then names this telephone. */
  readonly keeps?: string;
  readonly children?: ComponentChildren;
}

/** A native form that posts and is redirected. */
export function Form({ action, csrf, button, upload = false, minor = false, keeps, children }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      encType={upload ? "multipart/form-data" : undefined}
      novalidate
      {...(keeps ? { "data-offline": fill(zh.offline.text, { phone: keeps }), "data-wait": zh.offline.button } : {})}
    >
      <input type="hidden" name="_csrf" value={csrf} />
      {upload && <button class="enter" type="submit" tabIndex={-1} aria-hidden="true" />}
      {children}
      <button class={minor ? undefined : "main"} type="submit">
        {button}
      </button>
    </form>
  );
}
