import { fill } from "../../../domain/words/fill.ts";
import { TextField } from "../../form.tsx";
import { ErrorSummary, type Errors } from "../../form-errors.tsx";
import { callTo, type Frame, Page } from "../../frame.tsx";
import { myCasesWords } from "../../words/my-cases.ts";

interface LostProps {
  readonly frame: Frame;
  readonly phone: string;
  readonly errors: Errors;
  readonly ways: { readonly sms: boolean; readonly voice: boolean };
}

const w = myCasesWords.lost;

/** Who has lost a query code proves their telephone; where no message can be sent, the page says whom to call. */
export function LostPage({ frame, phone, errors, ways }: LostProps) {
  const call = fill(ways.sms || ways.voice ? w.other : w.call, { phone: frame.phone });
  return (
    <Page frame={frame} title={w.title} errors={Object.keys(errors).length} back="/follow">
      <ErrorSummary errors={errors} />
      <h1>{w.title}</h1>
      {ways.sms || ways.voice ? (
        <>
          <p>{w.intro}</p>
          <form method="post" action="/follow/lost" novalidate>
            <input type="hidden" name="_csrf" value={frame.csrf} />
            <TextField
              name="phone"
              label={w.phone}
              hint={w.phoneHint}
              errors={errors}
              value={phone}
              type="tel"
              inputMode="tel"
              autocomplete="tel"
            />
            <CodeButtons ways={ways} main={w.button} />
          </form>
        </>
      ) : (
        <p>{w.noSms}</p>
      )}
      <p>
        <a href={callTo(frame)}>{call}</a>
      </p>
    </Page>
  );
}

interface ButtonsProps {
  readonly ways: LostProps["ways"];
  readonly main: string;
  /** Something else on the page matters more. */
  readonly minor?: boolean;
}

/** One button for each way that is connected; the code also comes by voice. */
export function CodeButtons({ ways, main, minor = false }: ButtonsProps) {
  return (
    <p class="doors">
      {ways.sms && (
        <button class={minor ? undefined : "main"} type="submit" name="way" value="sms">
          {main}
        </button>
      )}
      {ways.voice && (
        <button type="submit" name="way" value="voice">
          {w.voice}
        </button>
      )}
    </p>
  );
}
