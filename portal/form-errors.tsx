import { fill } from "../domain/words/fill.ts";
import { zh } from "./words/zh.ts";

/** Errors of a form by the name of the field; where there are several at one, a line for each. */
export type Errors = Readonly<Record<string, string>>;

/** The box at the top of a form with errors: takes focus, links to every field. */
export function ErrorSummary({ errors }: { readonly errors: Errors }) {
  const entries = Object.entries(errors).flatMap(([name, said]) => said.split("\n").map((line) => [name, line]));
  if (entries.length === 0) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} autofocus>
      <h2>{fill(zh.filing.errors, { n: entries.length })}</h2>
      <ul>
        {entries.map(([name, message]) => (
          <li>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly errors: Errors;
}

export function describedBy(name: string, hint: string | undefined, errors: Errors): string | undefined {
  const ids = [hint ? `${name}-hint` : null, errors[name] ? `${name}-error` : null].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export function Said({ name, hint, errors }: { name: string; hint: string | undefined; errors: Errors }) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {errors[name] && (
        <p class="error" id={`${name}-error`}>
          <span aria-hidden="true">▲ </span>
          {errors[name].split("\n").map((line, i) => (
            <>
              {i > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      )}
    </>
  );
}
