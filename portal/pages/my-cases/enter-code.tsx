import { fill } from "../../../domain/words/fill.ts";
import { Form, TextField } from "../../form.tsx";
import { ErrorSummary, type Errors } from "../../form-errors.tsx";
import { callTo, type Frame, Page } from "../../frame.tsx";
import { myCasesWords } from "../../words/my-cases.ts";
import { CodeButtons } from "./lost.tsx";

interface EnterProps {
  readonly frame: Frame;
  /** The number, with its middle hidden. */
  readonly phone: string;
  readonly way: "sms" | "voice";
  readonly errors: Errors;
  readonly ways: { readonly sms: boolean; readonly voice: boolean };
  readonly seconds: number;
}

const w = myCasesWords.enter;

/** The code that has been sent is typed in, or another one asked for. */
export function EnterCodePage({ frame, phone, way, errors, ways, seconds }: EnterProps) {
  return (
    <Page frame={frame} title={w.title} errors={Object.keys(errors).length} back="/follow/lost">
      <ErrorSummary errors={errors} />
      <h1>{w.title}</h1>
      <p>{fill(way === "sms" ? w.sent : w.called, { phone })}</p>
      <Form action="/follow/lost/code" csrf={frame.csrf} button={w.button}>
        <TextField
          name="code"
          label={w.code}
          hint={w.codeHint}
          errors={errors}
          value=""
          inputMode="numeric"
          autocomplete="one-time-code"
        />
      </Form>
      <p>{fill(w.again, { n: seconds })}</p>
      <form method="post" action="/follow/lost/again">
        <input type="hidden" name="_csrf" value={frame.csrf} />
        <CodeButtons ways={ways} main={w.againButton} minor />
      </form>
      <p>
        <a href="/follow/lost">{w.other}</a>
      </p>
      <p>
        <a href={callTo(frame)}>{fill(myCasesWords.lost.other, { phone: frame.phone })}</a>
      </p>
    </Page>
  );
}
