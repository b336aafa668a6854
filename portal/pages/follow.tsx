import { fill } from "../../domain/words/fill.ts";
import { Form, TextField } from "../form.tsx";
import { ErrorSummary, type Errors } from "../form-errors.tsx";
import { type Frame, Page } from "../frame.tsx";
import { zh } from "../words/zh.ts";

interface FollowProps {
  readonly frame: Frame;
  readonly number: string;
  readonly prefix: string;
  readonly errors: Errors;
}

/** Number and query code open a case; no account, no password. */
export function FollowPage({ frame, number, prefix, errors }: FollowProps) {
  const w = zh.follow;
  return (
    <Page frame={frame} title={w.title} errors={Object.keys(errors).length} back="/">
      <ErrorSummary errors={errors} />
      <h1>{w.title}</h1>
      <Form action="/follow" csrf={frame.csrf} button={w.button}>
        <TextField
          name="number"
          label={w.number}
          hint={fill(w.numberHint, { prefix })}
          errors={errors}
          value={number}
          autocomplete="off"
        />
        <TextField
          name="code"
          label={w.code}
          hint={w.codeHint}
          errors={errors}
          value=""
          inputMode="numeric"
          autocomplete="off"
        />
      </Form>
      <p>
        <a href="/follow/lost">{w.lost}</a>
      </p>
    </Page>
  );
}
